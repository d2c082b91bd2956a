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

    private DemoBroker() {}

    /**
     * Chooses the port, tells it to the broker plugin, and makes the default of MQTT streams.
     *
     * @return overrides to be put over the environment
     */
    static Map<String, String> choose(Function<String, @Nullable String> property) {
        String given = property.apply(PORT);
        String port = given == null ? Integer.toString(freePort()) : given;
        // The broker is a plugin, which can only read properties of the framework or the process.
        System.setProperty(PORT, port);
        return Map.of("MQTT_SOURCE__DEFAULT__SERVERS", "[\"" + address(port) + "\"]");
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

    private static int freePort() {
        try (ServerSocket usual = new ServerSocket()) {
            usual.setReuseAddress(true);
            usual.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT));
            return USUAL_PORT;
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            } catch (IOException e) {
                throw new ConfigException("there is no free port for the demo's MQTT broker", e);
            }
        }
    }
}
