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

import io.haumea.sdk.data.Message;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import org.jspecify.annotations.Nullable;

/** A subscription on a connection of its own. */
final class MqttSource implements Source {

    private final ConnectionOptions connection;
    private final String filter;
    private final int qos;
    private final Transport.Connector connector;
    private @Nullable Running running;

    MqttSource(
            ConnectionOptions connection, String filter, int qos, Transport.Connector connector) {
        this.connection = connection;
        this.filter = filter;
        this.qos = qos;
        this.connector = connector;
    }

    @Override
    public void open(SourceContext context) {
        Broker broker =
                new Broker(MqttSourceOptions.OWNER, connection, context.instanceName(), connector);
        running = new Running(broker, context);
        running.start();
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    /** The source while it is open. */
    private final class Running implements Transport.Listener {

        private final Broker broker;
        private final SourceContext context;
        private final Reconnect reconnect;
        private volatile boolean closed;
        private @Nullable Transport transport; // guarded by this

        Running(Broker broker, SourceContext context) {
            this.broker = broker;
            this.context = context;
            this.reconnect =
                    new Reconnect(context, connection.timing().longestPause(), this::connect);
        }

        void start() {
            reconnect.start(broker.toString());
        }

        /** Subscribes each time: with a clean session the broker forgets subscriptions. */
        private void connect() throws BrokerException {
            Transport made = broker.connect(this);
            try {
                made.subscribe(filter, qos);
            } catch (BrokerException | RuntimeException e) {
                made.close();
                throw e;
            }
            if (!keep(made)) {
                made.close();
            }
        }

        private synchronized boolean keep(Transport made) {
            if (closed) {
                return false;
            }
            transport = made;
            return true;
        }

        @Override
        public void message(String topic, int packetId, byte[] payload) {
            if (!closed) {
                context.emit(Message.payload(payload, new MqttMetadata(topic, packetId)));
            }
        }

        @Override
        public void lost(BrokerException cause) {
            reconnect.lost(cause);
        }

        void close() {
            Transport last;
            synchronized (this) {
                closed = true;
                last = transport;
                transport = null;
            }
            reconnect.close();
            if (last != null) {
                last.close();
            }
        }
    }
}
