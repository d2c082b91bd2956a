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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that go well, and starts that can't. */
class StartIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path scratch;

    @Test
    void whenThePortIsTaken_thenOneLineSaysSoAndTheExitCodeIsNotZero() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Server server =
                        Server.launch(
                                distribution,
                                taken.getLocalPort(),
                                Map.of(),
                                "start",
                                "--port",
                                Integer.toString(taken.getLocalPort()))) {
            assertThat(server.awaitExit(LIMIT)).isNotZero();
            assertThat(complaints(server))
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void whenTheConfigurationCantBeRead_thenOneLineNamesFileAndLine() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        Files.writeString(
                distribution.home().resolve("etc/haumea.yaml"), "rule:\n  qos: 0\n bad: [\n");
        try (Server server = Server.launch(distribution, 0, Map.of(), "start", "--port", "0")) {
            assertThat(server.awaitExit(LIMIT)).isNotZero();
            assertThat(complaints(server))
                    .singleElement()
                    .asString()
                    .contains("haumea.yaml")
                    .contains("line");
        }
    }

    private static List<String> complaints(Server server) throws Exception {
        return server.output().lines().filter(line -> line.startsWith("haumea: ")).toList();
    }

    @Test
    void whenASecondInstanceHasItsOwnDataAndPort_thenBothRun() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        int port = Server.freePort();
        try (Server first = Server.start(distribution, Map.of());
                Server second =
                        Server.launch(
                                distribution,
                                port,
                                Map.of(),
                                "start",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                scratch.resolve("second").toString())) {
            second.awaitReady();
            second.createStream("CREATE STREAM only () WITH (DATASOURCE=\"x\")");
            assertThat(first.get("/streams").body().strip()).isEqualTo("[]");
            second.stop();
            first.stop();
        }
    }

    @Test
    void whenTheDemoRuns_thenResultsArePrintedAndItEndsCleanly() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        int port = Server.freePort();
        try (Server demo =
                Server.launch(
                        distribution,
                        port,
                        Map.of("haumea.broker.port", Integer.toString(Server.freePort())),
                        "demo",
                        "--port",
                        Integer.toString(port))) {
            Await.until(
                    "results of both rules",
                    Duration.ofSeconds(40),
                    demo::output,
                    output ->
                            output.lines().filter(line -> line.startsWith("[{")).count() >= 3
                                    && output.contains("avg"));
            demo.stop();
            assertThat(demo.output()).doesNotContain("ERROR").doesNotContain("Exception");
        }
    }
}
