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

import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one broker, from the moment it is up until it is lost or closed; it is not
 * connected again. Always with a clean session. Thread-safe.
 */
interface Transport {

    /**
     * Subscribes and waits for the broker's answer.
     *
     * @param filter a valid topic filter
     * @param qos 0 or 1
     * @throws BrokerException if the broker refused, did not answer, or is gone
     */
    void subscribe(String filter, int qos) throws BrokerException;

    /**
     * Publishes without waiting. Calls of one thread are sent in order.
     *
     * @param topic a topic without wildcards
     * @param payload not copied
     * @param qos 0, 1 or 2
     * @param retained whether the broker keeps it for later subscribers
     * @return completes when the broker has acknowledged, with qos 0 when it is handed to the
     *     socket; exceptionally with a {@link BrokerException}. On a thread that must not be held
     *     up.
     */
    CompletableFuture<@Nullable Void> publish(
            String topic, byte[] payload, int qos, boolean retained);

    /**
     * Ends the connection. After it returns the listener is not called any more, except for a
     * {@link Listener#message} that was under way. Does nothing the second time.
     */
    void close();

    /** Told what happens; by one thread at a time. */
    interface Listener {

        /**
         * A message came; acknowledged to the broker when this returns. May wait, which slows the
         * broker down.
         *
         * @param topic the topic it was published on
         * @param packetId its packet id, 0 with qos 0
         * @param payload belongs to the receiver
         */
        void message(String topic, int packetId, byte[] payload);

        /** The connection is gone without {@link Transport#close}. Called at most once. */
        void lost(BrokerException cause);
    }

    /** Makes connections. */
    interface Connector {

        /**
         * Connects and waits until the connection is up.
         *
         * @throws BrokerException if it can't be made
         */
        Transport connect(Target target, Listener listener) throws BrokerException;
    }

    /**
     * Where to connect to, and how.
     *
     * @param server the broker
     * @param clientId the client id
     * @param options all else
     * @param tls makes sockets for encrypted connections
     */
    record Target(
            ServerAddress server,
            String clientId,
            ConnectionOptions options,
            SSLSocketFactory tls) {}
}
