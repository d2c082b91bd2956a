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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The connections of all sinks, by their options; each lives as long as it has users. */
final class SharedConnections {

    private final Transport.Connector connector;
    private final Map<ConnectionOptions, SharedConnection> open = new HashMap<>();

    SharedConnections(Transport.Connector connector) {
        this.connector = connector;
    }

    /**
     * The connection with these options; connects nothing. To be given back by {@link #release}.
     *
     * @param name the name of the instance that asks
     * @param lost called when the connection is lost
     * @throws io.haumea.sdk.error.HaumeaException if a certificate or key can't be used
     */
    synchronized SharedConnection acquire(
            ConnectionOptions options, String name, Consumer<BrokerException> lost) {
        SharedConnection connection = open.get(options);
        if (connection == null) {
            // The name alone would not do: when its owner gets other options while others still
            // use this connection, two clients would have the same id and drive each other out.
            String clientId =
                    String.format(Locale.ROOT, "%s-%08x", name, options.toString().hashCode());
            connection =
                    new SharedConnection(
                            new Broker(MqttSinkOptions.OWNER, options, clientId, connector));
            open.put(options, connection);
        }
        connection.add(lost);
        return connection;
    }

    /** Gives a connection back; the last one to do so ends it. */
    void release(
            ConnectionOptions options,
            SharedConnection connection,
            Consumer<BrokerException> lost) {
        synchronized (this) {
            connection.remove(lost);
            if (!connection.unused()) {
                return;
            }
            open.remove(options, connection);
        }
        connection.close();
    }
}
