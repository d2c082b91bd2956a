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
package io.haumea.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Where the server is, as {@code etc/client.yaml} says.
 *
 * @param host its name or address
 * @param port the port of its REST API
 */
record ClientConfig(String host, int port) {

    static final ClientConfig DEFAULT = new ClientConfig("127.0.0.1", 9081);

    /**
     * The reference's own protocol, which nobody speaks here. Files that were brought along name
     * its port, and mean the server at its default place.
     */
    private static final int REFERENCE_PORT = 20498;

    /**
     * Reads the file.
     *
     * @param file {@code client.yaml}; need not exist
     * @return what it says, the default where it says nothing
     * @throws IOException if it can't be read
     * @throws YamlEngineException if it is no YAML
     * @throws IllegalArgumentException if the port is none
     */
    static ClientConfig read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        Object document =
                new Load(LoadSettings.builder().setLabel(file.toString()).build())
                        .loadFromString(Files.readString(file));
        if (!(document instanceof Map<?, ?> map)
                || !(map.get("basic") instanceof Map<?, ?> basic)) {
            return DEFAULT;
        }
        Object host = basic.get("host");
        Object port = basic.get("port");
        return new ClientConfig(
                host == null ? DEFAULT.host : host.toString(),
                port == null ? DEFAULT.port : port(port.toString()));
    }

    private static int port(String text) {
        int port;
        try {
            port = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "basic.port must be a number from 1 to 65535, but is '" + text + "'");
        }
        return port == REFERENCE_PORT ? DEFAULT.port : port;
    }
}
