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
package io.haumea.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.server.config.ServerSettings;
import io.haumea.server.plugins.PluginInfo.State;
import io.haumea.server.plugins.SamplePlugins.Quiet;
import io.haumea.server.plugins.SamplePlugins.QuietFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plugin host on a real framework, fed through a real folder. */
abstract class PluginHostFixture {

    @TempDir Path temp;

    final RecordingUsers users = new RecordingUsers();
    Duration pluginDeadline = Duration.ofSeconds(20);
    private @Nullable PluginFramework framework;
    private @Nullable PluginHost host;
    Path inbox = Path.of("unset");

    @BeforeEach
    void boot() throws Exception {
        inbox = Files.createDirectories(temp.resolve("inbox"));
    }

    @AfterEach
    void shutDown() throws Exception {
        if (host != null) {
            host.close();
        }
        if (framework != null) {
            framework.close();
        }
    }

    static PluginJar quiet(String name, String version, String type) {
        return PluginJar.named(name, version).source(QuietFactory.class, type).with(Quiet.class);
    }

    static PluginJar withActivator(Class<?> activator) {
        return quiet("acme.quiet", "2.0.0", "quiet")
                .with(activator)
                .header("Bundle-Activator", activator.getName())
                .header(
                        "Import-Package",
                        "io.haumea.sdk.source,io.haumea.sdk.config,org.osgi.framework");
    }

    PluginHost start() throws Exception {
        if (host != null) {
            return host;
        }
        PluginFramework booted = new PluginFramework(temp.resolve("cache"));
        framework = booted;
        ServerSettings.Paths paths =
                new ServerSettings.Paths(temp, temp.resolve("etc"), temp.resolve("data"), inbox);
        PluginHost created =
                new PluginHost(
                        booted.context(),
                        booted.registry,
                        users,
                        booted.components(),
                        paths,
                        pluginDeadline);
        host = created;
        created.workThrough();
        return created;
    }

    /** The files are as a killed process leaves them: nothing is written when it ends. */
    void kill() throws Exception {
        shutDown();
        host = null;
        framework = null;
    }

    PluginRegistry registry() {
        assertThat(framework).isNotNull();
        return framework.registry;
    }

    static PluginInfo find(PluginHost host, String name) {
        Optional<PluginInfo> found = host.find(name);
        assertThat(found).as("%s in %s", name, host.list()).isPresent();
        return found.get();
    }

    @Nullable String refusal(String name) throws Exception {
        PluginInfo plugin = find(start(), name);
        assertThat(plugin.state()).isEqualTo(State.REFUSED);
        return plugin.refusal();
    }

    List<Path> copies() throws IOException {
        try (var files = Files.list(temp.resolve("data/plugins"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }
    }

    static final class RecordingUsers implements PluginUsers {
        final List<String> events = Collections.synchronizedList(new ArrayList<>());
        volatile int changes;

        @Override
        public List<String> rulesOf(String plugin) {
            return List.of();
        }

        @Override
        public Suspension suspend(String plugin) {
            events.add("suspend " + plugin);
            return () -> events.add("resume " + plugin);
        }

        @Override
        public synchronized void pluginsChanged() {
            changes++;
        }
    }
}
