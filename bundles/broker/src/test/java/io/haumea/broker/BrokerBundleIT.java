/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.ComponentConstants;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;

/** The packed bundle in a framework, without its library on any other class path. */
class BrokerBundleIT {

    private static final Path JAR = Path.of(System.getProperty("bundle.jar"));

    private @TempDir Path cache;
    private int port;
    private Framework framework;
    private Bundle broker;

    @BeforeEach
    void startFramework() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        framework =
                new FrameworkFactory()
                        .newFramework(
                                Map.of(
                                        "org.osgi.framework.storage",
                                        cache.toString(),
                                        "org.osgi.framework.system.packages.extra",
                                        "org.slf4j;version=2.0.20,org.slf4j.event;version=2.0.20,"
                                                + "org.slf4j.helpers;version=2.0.20,"
                                                + "org.slf4j.spi;version=2.0.20",
                                        "haumea.broker.port",
                                        Integer.toString(port)));
        framework.start();
        BundleContext context = framework.getBundleContext();
        List<Bundle> base =
                Stream.of(Function.class, Promise.class, ComponentConstants.class, ScrInfo.class)
                        .map(type -> install(context, type))
                        .toList();
        for (Bundle bundle : base) {
            bundle.start();
        }
        broker = context.installBundle(JAR.toUri().toString());
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static Bundle install(BundleContext context, Class<?> type) {
        try {
            return context.installBundle(
                    type.getProtectionDomain().getCodeSource().getLocation().toString());
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whenStartedStoppedAndStartedAgain_thenItServesAndItsThreadsEnd() throws Exception {
        for (int round = 0; round < 3; round++) {
            // when
            broker.start();

            // then
            try (TestClient client = TestClient.connected("tcp://127.0.0.1:" + port)) {
                client.subscribe("a/#", 1);
                client.publish("a/b", "hello", 1, false);
                assertThat(client.next()).isEqualTo("a/b hello");

                // when
                broker.stop();

                // then
                Await.until(Duration.ofSeconds(10), () -> !client.isConnected());
            }
            Await.until(Duration.ofSeconds(10), () -> Await.threads("ActiveMQ").isEmpty());
        }
    }

    @Test
    void whenThePortIsInUse_thenTheBundleStaysActiveWithoutBroker() throws Exception {
        // given
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // when
            broker.start();

            // then
            assertThat(taken.isBound()).isTrue();
            assertThat(broker.getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(Await.threads("ActiveMQ")).isEmpty();
        }
    }

    @Test
    void whenPacked_thenItImportsOnlyWhatAServerHasAndExportsNothing() throws IOException {
        Attributes manifest;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            manifest = jar.getManifest().getMainAttributes();
        }

        assertThat(manifest.getValue("Export-Package")).isNull();
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.haumea.broker");
        assertThat(foreignImports(manifest.getValue("Import-Package")))
                .containsExactly("org.osgi.framework", "org.slf4j");
    }

    private static Set<String> foreignImports(String header) {
        return Stream.of(header.replaceAll("\"[^\"]*\"", "").split(",", -1))
                .map(clause -> clause.split(";", -1)[0])
                .filter(name -> !name.startsWith("java"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
