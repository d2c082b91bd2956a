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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that tells one connection from another. Equal values can share a connection.
 *
 * @param servers tried in this order
 * @param clientId the client id, or null for one made from the instance
 * @param version the version of the protocol
 * @param login who connects
 * @param tls certificates and keys
 * @param timing how long things may take
 */
record ConnectionOptions(
        List<ServerAddress> servers,
        @Nullable String clientId,
        ProtocolVersion version,
        Login login,
        TlsOptions tls,
        Timing timing) {

    /** Versions of the protocol. */
    enum ProtocolVersion {
        /** 3.1.1, and 3.1 where the broker does not take that. */
        NEWEST,
        V3_1,
        V3_1_1
    }

    /**
     * Who connects.
     *
     * @param username null for nobody
     * @param password null for none
     */
    record Login(@Nullable String username, @Nullable String password) {

        static Login of(@Nullable String username, @Nullable String password) {
            return new Login(blankToNull(username), blankToNull(password));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return String.valueOf(username);
        }
    }

    /**
     * How long things may take.
     *
     * @param connect one attempt to connect; also an answer to a subscription
     * @param keepAlive silence after which the client asks the broker for a sign of life
     * @param longestPause between two attempts to connect
     */
    record Timing(Duration connect, Duration keepAlive, Duration longestPause) {

        private static final Duration SECOND = Duration.ofSeconds(1);
        private static final Duration HOUR = Duration.ofHours(1);
        private static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(65_535);

        /**
         * Checks the limits.
         *
         * @param owner who is configured, for messages
         */
        static Timing of(String owner, Duration connect, Duration keepAlive, Duration pause) {
            check(owner, "connectTimeout", connect, HOUR);
            check(owner, "keepAlive", keepAlive, LONGEST_KEEP_ALIVE);
            check(owner, "maxReconnectDelay", pause, HOUR);
            return new Timing(connect, keepAlive, pause);
        }

        private static void check(String owner, String key, Duration value, Duration longest) {
            if (value.compareTo(SECOND) < 0 || value.compareTo(longest) > 0) {
                throw invalid(
                        owner
                                + " property "
                                + key
                                + " is "
                                + value.toMillis()
                                + " ms, but must be from 1 s to "
                                + longest.toSeconds()
                                + " s");
            }
        }
    }

    /** Copies the list. */
    ConnectionOptions {
        servers = List.copyOf(servers);
    }

    /**
     * Reads the addresses of brokers.
     *
     * @param owner who is configured, for messages
     */
    static List<ServerAddress> addresses(String owner, List<String> texts) {
        try {
            return texts.stream().map(ServerAddress::parse).toList();
        } catch (IllegalArgumentException e) {
            throw invalid(owner + ": " + e.getMessage());
        }
    }

    /** Reads a version as users write it; null or blank is the newest that works. */
    static ProtocolVersion version(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ProtocolVersion.NEWEST;
        }
        return switch (text.strip()) {
            case "3.1", "3" -> ProtocolVersion.V3_1;
            case "3.1.1", "4" -> ProtocolVersion.V3_1_1;
            default ->
                    throw invalid(
                            "unknown protocol version "
                                    + text
                                    + ", the value could be only 3.1 or 3.1.1 (also refers to MQTT"
                                    + " version 4)");
        };
    }

    static String wrongQos(int qos) {
        return "not valid qos value " + qos + ", the value could be only int 0 or 1 or 2";
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static HaumeaException invalid(String message) {
        return new HaumeaException(ErrorCode.INVALID_OPTION, message);
    }
}
