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
package io.haumea.server.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the demonstration's own MQTT broker: the usual port, or another where that
 * one is taken, as on the machine of whoever has a broker already.
 */
public final class DemoBroker {

    /** The property that the broker plugin reads. */
    public static final String PORT = "haumea.broker.port";

    private static final int USUAL_PORT = 1883;
    private static final int TRIES = 50;

    private final String port;
    private final @Nullable FileChannel lock;

    private DemoBroker(String port, @Nullable FileChannel lock) {
        this.port = port;
        this.lock = lock;
    }

    /**
     * Chooses the port and tells it to the broker plugin. Until {@link #close}, or the end of the
     * process, no other demonstration on this machine chooses the same.
     */
    static DemoBroker choose(Function<String, @Nullable String> property) {
        String given = property.apply(PORT);
        DemoBroker chosen = given == null ? free(lockFolder()) : new DemoBroker(given, null);
        // The broker is a plugin, which can only read properties of the framework or the process.
        System.setProperty(PORT, chosen.port);
        return chosen;
    }

    /** Makes it the default of MQTT streams: to be put over the environment. */
    Map<String, String> overrides() {
        return Map.of("MQTT_SOURCE__DEFAULT__SERVERS", "[\"" + address(port) + "\"]");
    }

    String port() {
        return port;
    }

    void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    /**
     * The address of a broker on this machine.
     *
     * @param port its port
     * @return such as {@code tcp://127.0.0.1:1883}
     */
    public static String address(String port) {
        return "tcp://127.0.0.1:" + port;
    }

    private static Path lockFolder() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /** A free port that no other process has locked. */
    static DemoBroker free(Path locks) {
        for (int i = 0; i < TRIES; i++) {
            int port = i == 0 ? bind(USUAL_PORT) : bind(0);
            FileChannel lock =
                    port < 0 ? null : lock(locks.resolve("haumea-demo-" + port + ".lock"));
            if (lock != null) {
                return new DemoBroker(Integer.toString(port), lock);
            }
        }
        throw new ConfigException("there is no free port for the demo's MQTT broker");
    }

    /** The port that could be taken, or -1. */
    private static int bind(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            return -1;
        }
    }

    /** The lock, or null if somebody else has it. */
    private static @Nullable FileChannel lock(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (IOException | OverlappingFileLockException e) {
            return null; // another user's, or of another demonstration in this process
        }
        return null;
    }
}
