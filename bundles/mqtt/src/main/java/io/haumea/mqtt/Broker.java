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

import java.util.StringJoiner;
import javax.net.ssl.SSLSocketFactory;

/** The broker, or several of which one will do, that a source or sink is configured with. */
final class Broker {

    private final ConnectionOptions options;
    private final String clientId;
    private final SSLSocketFactory tls;
    private final Transport.Connector connector;

    /**
     * Reads certificates and keys; connects nothing.
     *
     * @param owner who is configured, for messages
     * @param clientId used where the options give none
     * @throws io.haumea.sdk.error.HaumeaException if a certificate or key can't be used
     */
    Broker(
            String owner,
            ConnectionOptions options,
            String clientId,
            Transport.Connector connector) {
        this.options = options;
        String given = options.clientId();
        this.clientId = given == null ? clientId : given;
        this.tls = options.tls().socketFactory(owner);
        this.connector = connector;
    }

    /**
     * Connects to the first server that can be reached. Blocks for as long as all attempts take.
     *
     * @throws BrokerException if none can be, with a reason for each
     */
    Transport connect(Transport.Listener listener) throws BrokerException {
        StringJoiner reasons = new StringJoiner("; ");
        BrokerException last = null;
        for (ServerAddress server : options.servers()) {
            try {
                return connector.connect(
                        new Transport.Target(server, clientId, options, tls), listener);
            } catch (BrokerException e) {
                reasons.add(e.reason());
                last = e;
            }
        }
        throw new BrokerException(reasons.toString(), last);
    }

    /** The addresses, for people. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(" or ", "broker ", "");
        options.servers().forEach(server -> names.add(server.toString()));
        return names.toString();
    }
}
