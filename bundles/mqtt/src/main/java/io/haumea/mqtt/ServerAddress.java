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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a broker listens.
 *
 * @param scheme how to talk to it
 * @param host a name or an address; IPv6 in brackets
 * @param port the port
 * @param path of a web socket; empty for none
 */
record ServerAddress(Scheme scheme, String host, int port, String path) {

    /** Ways to talk to a broker. */
    enum Scheme {
        TCP("tcp", 1883, false),
        TLS("ssl", 8883, true),
        WS("ws", 80, false),
        WSS("wss", 443, true);

        private final String text;
        private final int defaultPort;
        private final boolean encrypted;

        Scheme(String text, int defaultPort, boolean encrypted) {
            this.text = text;
            this.defaultPort = defaultPort;
            this.encrypted = encrypted;
        }

        boolean encrypted() {
            return encrypted;
        }
    }

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads an address as users write it; a missing scheme is {@code tcp}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ServerAddress parse(String text) {
        String bare = text.strip();
        URI uri;
        try {
            uri = new URI(bare.contains("://") ? bare : "tcp://" + bare);
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        Scheme scheme = scheme(uri.getScheme(), text);
        int port = uri.getPort() == -1 ? scheme.defaultPort : uri.getPort();
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || port < 1
                || port > HIGHEST_PORT) {
            throw wrong(text);
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new ServerAddress(scheme, uri.getHost(), port, path);
    }

    private static Scheme scheme(String text, String address) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tcp", "mqtt" -> Scheme.TCP;
            case "ssl", "tls", "tcps", "mqtts" -> Scheme.TLS;
            case "ws" -> Scheme.WS;
            case "wss" -> Scheme.WSS;
            default -> throw wrong(address);
        };
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no address of a broker; write tcp://HOST:PORT, or ssl, ws or wss"
                        + " instead of tcp");
    }

    /** As an address with scheme and port, such as {@code tcp://127.0.0.1:1883}. */
    @Override
    public String toString() {
        return scheme.text + "://" + host + ":" + port + path;
    }
}
