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

/** The options of the source; their meaning is in the annotations. */
record MqttSourceOptions(
        @Option(
                        key = "servers",
                        doc =
                                "Addresses of the broker, such as tcp://127.0.0.1:1883; tcp, ssl,"
                                        + " ws or wss. Each attempt to connect takes the first"
                                        + " that can be reached.")
                List<String> servers,
        @Option(key = "server", doc = "The address of the broker, instead of servers.")
                @Nullable String server,
        @Option(
                        key = "clientid",
                        doc = "The client id; where none is given, one of this stream's own.")
                @Nullable String clientid,
        @Option(
                        key = "protocolVersion",
                        doc =
                                "3.1 or 3.1.1; where none is given 3.1.1, and 3.1 if the broker"
                                        + " does not take that.")
                @Nullable String protocolVersion,
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
                        key = "qos",
                        doc =
                                "Quality of service of the subscription: 0, or 1 for messages that"
                                        + " the broker keeps until they are taken; 2 is subscribed"
                                        + " as 1.",
                        fallback = "1")
                int qos,
        @Option(
                        key = "sharedSubscription",
                        doc =
                                "Shares the subscription with other servers on a stream of the same"
                                        + " name: each message goes to one of them. The broker must"
                                        + " know $share.",
                        fallback = "false")
                boolean sharedSubscription,
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

    static final String OWNER = "mqtt source";

    /** Checks what the types can't say. */
    MqttSourceOptions {
        if (qos < 0 || qos > 2) {
            throw ConnectionOptions.invalid(ConnectionOptions.wrongQos(qos));
        }
    }

    /**
     * The part that tells how to connect.
     *
     * @throws io.haumea.sdk.error.HaumeaException if options are wrong or don't go together
     */
    ConnectionOptions connection() {
        String single = ConnectionOptions.blankToNull(server);
        if (servers.isEmpty() && single == null) {
            throw ConnectionOptions.invalid("missing server property");
        }
        return new ConnectionOptions(
                ConnectionOptions.addresses(
                        OWNER, servers.isEmpty() && single != null ? List.of(single) : servers),
                ConnectionOptions.blankToNull(clientid),
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
        return OWNER + " on " + (servers.isEmpty() ? server : servers);
    }
}
