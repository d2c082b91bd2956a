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
package io.haumea.samples;

import io.haumea.sdk.config.Option;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What users can say about a tcp action.
 *
 * @param server where to connect to; without it there is nothing sensible to do, so it is required
 * @param token what the server wants to hear first; secret, so that it never shows in answers and
 *     logs
 * @param connectTimeout how long one attempt to connect may take
 * @param maxLine the longest line that the server takes
 */
record TcpOptions(
        @Option(
                        key = "server",
                        doc = "The server to write to, such as tcp://127.0.0.1:7000.",
                        required = true)
                URI server,
        @Option(
                        key = "token",
                        doc = "Sent as the first line of each connection, if given.",
                        secret = true)
                @Nullable String token,
        @Option(
                        key = "connectTimeout",
                        doc = "How long one attempt to connect may take.",
                        unit = "ms",
                        fallback = "5s")
                Duration connectTimeout,
        @Option(
                        key = "maxLine",
                        doc = "The longest line to send; longer ones are given up.",
                        unit = "bytes",
                        fallback = "65536")
                int maxLine) {

    /** Checks what the types can't say. A mistake is told when the rule is created. */
    TcpOptions {
        if (!"tcp".equals(server.getScheme())
                || server.getHost() == null
                || server.getPort() < 1
                || server.getPort() > 65_535) {
            throw invalid("server", server, "tcp://HOST:PORT, such as tcp://127.0.0.1:7000");
        }
        if (connectTimeout.isZero() || connectTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw invalid("connectTimeout", connectTimeout.toMillis(), "1 ms to 1 hour");
        }
        if (maxLine < 1) {
            throw invalid("maxLine", maxLine, "at least 1");
        }
    }

    private static HaumeaException invalid(String key, Object value, String wanted) {
        return new HaumeaException(
                ErrorCode.INVALID_OPTION,
                "tcp sink property " + key + " is '" + value + "', but must be " + wanted);
    }

    /** Without the token: a record prints all its components, and this may end up in a log. */
    @Override
    public String toString() {
        return "tcp to " + server;
    }
}
