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

import io.haumea.sdk.config.Option;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of the sink; their meaning is in the annotations. */
record MqttSinkOptions(
        @Option(
                        key = "server",
                        doc =
                                "The address of the broker, such as tcp://127.0.0.1:1883; tcp, ssl,"
                                        + " ws or wss.",
                        required = true)
                String server,
        @Option(key = "topic", doc = "The topic to publish on.", required = true) String topic,
        @Option(
                        key = "clientId",
                        doc =
                                "The client id; where none is given, one of its own. Sinks with"
                                        + " equal connection options share one connection.")
                @Nullable String clientId,
        @Option(
                        key = "protocolVersion",
                        doc =
                                "3.1 or 3.1.1; where none is given 3.1.1, and 3.1 if the broker"
                                        + " does not take that.")
                @Nullable String protocolVersion,
        @Option(
                        key = "qos",
                        doc =
                                "Quality of service: 0, 1 or 2. With 0 a result counts as sent once"
                                        + " it is handed to the network.",
                        fallback = "0")
                int qos,
        @Option(key = "username", doc = "The name to log in with.") @Nullable String username,
        @Option(key = "password", doc = "The password to log in with.", secret = true)
                @Nullable String password,
        @Option(
                        key = "certificationPath",
                        doc =
                                "PEM file with the client's certificate; relative to the working"
                                        + " directory. Needs privateKeyPath.")
                @Nullable String certificationPath,
        @Option(
                        key = "privateKeyPath",
                        doc = "PEM file with the client's private key, without a password.")
                @Nullable String privateKeyPath,
        @Option(
                        key = "caPath",
                        doc =
                                "PEM file with the authorities that may vouch for the broker; those"
                                        + " of the JDK where none is given.")
                @Nullable String caPath,
        @Option(
                        key = "insecureSkipVerify",
                        doc = "Takes any broker for the right one. For trials only.",
                        fallback = "false")
                boolean insecureSkipVerify,
        @Option(
                        key = "retained",
                        doc = "Whether the broker keeps the last result for later subscribers.",
                        fallback = "false")
                boolean retained,
        @Option(
                        key = "maxInFlight",
                        doc =
                                "How many results may be on their way to the broker before it has"
                                    + " acknowledged the first, from 1 to 10000. After a failure"
                                    + " all of them are sent again, in order; with 1 no older"
                                    + " result ever comes after a newer one. With qos 2 it is"
                                    + " always 1.",
                        fallback = "1000")
                int maxInFlight,
        @Option(
                        key = "connectTimeout",
                        doc = "How long one attempt to connect may take.",
                        unit = "ms",
                        fallback = "30s")
                Duration connectTimeout,
        @Option(
                        key = "keepAlive",
                        doc = "Silence after which the broker is asked for a sign of life.",
                        unit = "ms",
                        fallback = "30s")
                Duration keepAlive,
        @Option(
                        key = "maxReconnectDelay",
                        doc =
                                "The longest pause between two attempts to connect; pauses begin"
                                        + " with 1 s and double.",
                        unit = "ms",
                        fallback = "30s")
                Duration maxReconnectDelay) {

    static final String OWNER = "mqtt sink";

    private static final int MOST_IN_FLIGHT = 10_000;

    /** Checks what the types can't say. */
    MqttSinkOptions {
        if (qos < 0 || qos > 2) {
            throw ConnectionOptions.invalid(ConnectionOptions.wrongQos(qos));
        }
        if (maxInFlight < 1 || maxInFlight > MOST_IN_FLIGHT) {
            throw ConnectionOptions.invalid(
                    OWNER
                            + " property maxInFlight must be from 1 to "
                            + MOST_IN_FLIGHT
                            + ", not "
                            + maxInFlight);
        }
    }

    /**
     * The part that tells how to connect.
     *
     * @throws io.haumea.sdk.error.HaumeaException if options are wrong or don't go together
     */
    ConnectionOptions connection() {
        return new ConnectionOptions(
                ConnectionOptions.addresses(OWNER, List.of(server)),
                ConnectionOptions.blankToNull(clientId),
                ConnectionOptions.version(protocolVersion),
                ConnectionOptions.Login.of(username, password),
                TlsOptions.of(
                        OWNER,
                        new TlsOptions.Paths(certificationPath, privateKeyPath, caPath),
                        insecureSkipVerify),
                ConnectionOptions.Timing.of(OWNER, connectTimeout, keepAlive, maxReconnectDelay));
    }

    /** Without login and paths: a record prints all its components, and this may be logged. */
    @Override
    public String toString() {
        return OWNER + " on " + server + " topic " + topic;
    }
}
