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
package io.haumea.benchmark.machine;

import io.haumea.benchmark.harness.BenchmarkException;
import io.haumea.benchmark.harness.Waiting;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Mosquitto of our own on this machine, with a configuration of our own. */
public final class Mosquitto implements AutoCloseable {

    private final Process process;
    private final int port;

    /** How much the broker keeps for a client that is behind. */
    public enum Queue {
        /** As it comes: 1,000 messages, beyond which it drops. */
        AS_SHIPPED(""),
        /** All of them: a burst measures the client and not what the broker throws away. */
        UNLIMITED("max_queued_messages 0\n");

        private final String lines;

        Queue(String lines) {
            this.lines = lines;
        }
    }

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param folder for its configuration and log
     * @param queue how much it keeps
     * @throws BenchmarkException if Mosquitto is not installed or does not start
     */
    public static Mosquitto start(Path folder, Queue queue)
            throws IOException, InterruptedException {
        int port = Scratch.freePort();
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                "listener "
                        + port
                        + " 127.0.0.1\nallow_anonymous true\npersistence false\nsys_interval 1\n"
                        + "set_tcp_nodelay true\nlog_type error\nlog_type warning\n"
                        + queue.lines);
        ProcessBuilder builder =
                new ProcessBuilder(program().toString(), "-c", configuration.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("mosquitto.log").toFile());
        Process process = builder.start();
        Children.endWithUs(process);
        Waiting.until(
                "mosquitto listens; see its log in " + folder,
                Duration.ofSeconds(10),
                Duration.ofMillis(20),
                () -> listens(port) || !process.isAlive());
        if (!process.isAlive()) {
            throw new BenchmarkException(
                    "mosquitto does not start: "
                            + Files.readString(folder.resolve("mosquitto.log")).strip());
        }
        return new Mosquitto(process, port);
    }

    private static Path program() {
        String path = System.getenv().getOrDefault("PATH", "");
        // Debian puts it where the PATH of an ordinary user does not lead.
        for (String folder :
                (path + File.pathSeparator + "/usr/sbin").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "mosquitto");
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new BenchmarkException("mosquitto is not installed (Debian: apt install mosquitto)");
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** How to tell of it in a report. */
    public static String version() throws IOException {
        Process asked =
                new ProcessBuilder(List.of(program().toString(), "-h"))
                        .redirectErrorStream(true)
                        .start();
        try (var reader = asked.inputReader()) {
            String line = reader.readLine();
            return line == null ? "mosquitto" : line;
        }
    }

    @Override
    public void close() {
        Children.end("mosquitto", process);
    }
}
