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
package io.haumea.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.broker.EmbeddedBroker;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** The packed bundle in a framework, with the SDK as the server lends it. */
class MqttBundleIT {

    private static final Path JAR = Path.of(System.getProperty("bundle.jar"));

    private static final List<String> SDK =
            List.of("config", "data", "error", "format", "function", "sink", "source", "state");

    private @TempDir Path cache;
    private Framework framework;

    @BeforeEach
    void startFramework() throws Exception {
        // Newer than any package of the SDK before 1.0.
        String lent =
                SDK.stream()
                        .map(name -> "io.haumea.sdk." + name + ";version=0.99.0,")
                        .collect(Collectors.joining());
        framework =
                new FrameworkFactory()
                        .newFramework(
                                Map.of(
                                        "org.osgi.framework.storage",
                                        cache.toString(),
                                        "org.osgi.framework.system.packages.extra",
                                        lent + "org.slf4j;version=2.0.20"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        List<Bundle> base =
                Stream.of(Function.class, Promise.class, ComponentConstants.class, ScrInfo.class)
                        .map(type -> install(context, type))
                        .toList();
        for (Bundle bundle : base) {
            bundle.start();
        }
        context.installBundle(JAR.toUri().toString()).start();
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

    private Object service(Class<?> type) throws Exception {
        BundleContext context = framework.getBundleContext();
        Await.until(
                Duration.ofSeconds(10),
                () -> context.getServiceReference(type) != null,
                () -> "no " + type);
        Object service = context.getService(context.getServiceReference(type));
        assertThat(service.getClass()).isNotIn(MqttSourceFactory.class, MqttSinkFactory.class);
        return service;
    }

    private <O extends Record> Source source(SourceFactory<O> factory, String server) {
        return factory.create(
                Options.read(factory.options(), Map.of("server", server), "mqtt source"),
                new SourceSpec() {
                    @Override
                    public String stream() {
                        return "demo";
                    }

                    @Override
                    public String dataSource() {
                        return "t";
                    }

                    @Override
                    public Schema schema() {
                        return Schema.NONE;
                    }
                });
    }

    private <O extends Record> Sink sink(SinkFactory<O> factory, String server) {
        return factory.create(
                Options.read(
                        factory.options(), Map.of("server", server, "topic", "t"), "mqtt sink"),
                new SinkSpec() {
                    @Override
                    public String ruleId() {
                        return "r";
                    }

                    @Override
                    public int action() {
                        return 0;
                    }
                });
    }

    @Test
    void whenInstalled_thenSourceAndSinkWorkWithTheClientInside() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", 0);
                TestContext receiver = new TestContext("receiver");
                TestContext sender = new TestContext("sender")) {
            // given
            Source source =
                    source((SourceFactory<?>) service(SourceFactory.class), broker.address());
            source.open(receiver);
            receiver.awaitConnected();
            Sink sink = sink((SinkFactory<?>) service(SinkFactory.class), broker.address());
            sink.open(sender);

            // when
            sink.send(Fixtures.delivery("hello"));

            // then
            assertThat(receiver.next()).isEqualTo("hello");
            sink.close();
            source.close();
        }
    }

    @Test
    void whenPacked_thenItExportsNothingAndImportsOnlySdkLoggingAndJdk() throws Exception {
        Attributes manifest;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            manifest = jar.getManifest().getMainAttributes();
        }

        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.haumea.mqtt");
        assertThat(manifest.getValue("Export-Package")).isNull();
        assertThat(manifest.getValue("Import-Package").replaceAll("\"[^\"]*\"", "").split(",", -1))
                .allMatch(name -> name.matches("(io\\.haumea\\.sdk\\.|org\\.slf4j|javax?\\.).*"));
    }
}
