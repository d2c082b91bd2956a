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
package io.haumea.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.kernel.probe.FailingActivator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as the process that it is in real life. */
@Timeout(60)
class MainProcessTest {
    private static final String LOGBACK =
            """
            <configuration>
              <appender name="file" class="ch.qos.logback.core.FileAppender">
                <file>${haumea.log}/haumea.log</file>
                <encoder><pattern>%level %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="file"/></root>
            </configuration>
            """;

    @TempDir Path folder;
    private TestHome home;
    private @Nullable Process process;

    @BeforeEach
    void makeHome() throws Exception {
        home = new TestHome(folder.resolve("home")).etc("logback.xml", LOGBACK);
    }

    @AfterEach
    void killProcess() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whenTheProcessIsTerminated_thenItShutsDownInOrderWithCodeZero() throws Exception {
        home.bundle("01-base", "base", "");
        Process server = start();
        Await.until(() -> phase().equals("running"));

        server.destroy();

        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(output()).isEmpty();
        assertThat(home.path().resolve("data/haumea.pid")).doesNotExist();
        assertThat(home.path().resolve("log/haumea.log")).content().contains("1 system bundles");
    }

    @Test
    void whenTheDataAreScratch_thenTheyAreGoneAfterwards() throws Exception {
        home.bundle("01-base", "base", "").set("haumea.scratch", "true");
        Process server = start();
        Await.until(() -> phase().equals("running"));

        server.destroy();

        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(home.path().resolve("data")).doesNotExist();
    }

    @Test
    void whenABundleDoesNotStart_thenOneLineSaysWhyAndTheCodeIsOne() throws Exception {
        home.bundle(
                "01-base",
                "device",
                """
                Bundle-Activator: io.haumea.kernel.probe.FailingActivator
                Import-Package: org.osgi.framework
                """,
                FailingActivator.class);

        Process server = start();

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(1);
        assertThat(output())
                .containsExactly(
                        "haumea: cannot start: device does not start: IllegalStateException: the"
                                + " device is not plugged in");
    }

    @Test
    void whenTheLogConfigurationIsBroken_thenOneLineNamesItAndTheCodeIsOne() throws Exception {
        home.bundle("01-base", "base", "").etc("logback.xml", "<configuration><root");

        Process server = start();

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(1);
        assertThat(output()).hasSize(1);
        assertThat(output().get(0)).contains("cannot read " + home.path() + "/etc/logback.xml");
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        for (String key : home.properties().stringPropertyNames()) {
            command.add("-D" + key + "=" + home.properties().getProperty(key));
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        return process;
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(folder.resolve("output"), StandardCharsets.UTF_8);
    }

    private String phase() throws IOException {
        Path file = home.path().resolve("data/haumea.pid");
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        return lines.size() < 2 ? "" : lines.get(1);
    }
}
