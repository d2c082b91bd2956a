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

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Mosquitto of the machine, on a port of its own; can be stopped and started again. */
final class Mosquitto implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private Mosquitto(Path folder, int port, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
    }

    static Mosquitto start(Path folder, String... settings) throws Exception {
        Mosquitto made = new Mosquitto(folder, Fixtures.freePort(), List.of(settings));
        made.restart();
        return made;
    }

    /** Runs a command in a folder, which has to succeed. */
    static void run(Path folder, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("command.log").toFile())
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(
                    String.join(" ", command)
                            + ": "
                            + Files.readString(folder.resolve("command.log")));
        }
    }

    String address() {
        return "tcp://127.0.0.1:" + port;
    }

    String encryptedAddress() {
        return "ssl://localhost:" + port;
    }

    void restart() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("listener " + port + " 127.0.0.1");
        if (Files.notExists(folder.resolve("passwords"))) {
            lines.add("allow_anonymous true");
        }
        // Started as root it would change to a user that can't read the test's files.
        lines.add("user root");
        lines.addAll(settings);
        Path file = Files.write(folder.resolve("mosquitto.conf"), lines);
        process =
                new ProcessBuilder("mosquitto", "-c", file.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
        Await.until(Duration.ofSeconds(10), this::listens, () -> "mosquitto: " + log());
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("mosquitto.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }
}
