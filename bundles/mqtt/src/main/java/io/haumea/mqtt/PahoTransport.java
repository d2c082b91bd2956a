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

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection by Eclipse Paho. Paho's own reconnecting is off: it does not retry the first
 * connect, does not subscribe again, and says nothing about what it does.
 */
final class PahoTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(PahoTransport.class);

    /** SUBACK's return code for a refusal. */
    private static final int REFUSED = 0x80;

    private static final int MOST_IN_FLIGHT = 65_535;
    private static final long END_MILLIS = 1_000;

    private final Target target;
    private final Listener listener;
    private final MqttAsyncClient client;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Paho forgets some of those that are under way when the connection ends. */
    private final Set<Completion> unanswered = ConcurrentHashMap.newKeySet();

    private PahoTransport(Target target, Listener listener) throws BrokerException {
        this.target = target;
        this.listener = listener;
        try {
            this.client =
                    new MqttAsyncClient(
                            target.server().toString(), target.clientId(), new MemoryPersistence());
        } catch (MqttException | IllegalArgumentException e) {
            throw new BrokerException("the client can't be set up: " + e.getMessage(), e);
        }
        client.setCallback(new Callback());
    }

    /** As {@link Connector#connect}. */
    static Transport connect(Target target, Listener listener) throws BrokerException {
        return switch (target.options().version()) {
            case V3_1 -> connect(target, listener, MqttConnectOptions.MQTT_VERSION_3_1);
            case V3_1_1 -> connect(target, listener, MqttConnectOptions.MQTT_VERSION_3_1_1);
            case NEWEST -> connectNewest(target, listener);
        };
    }

    private static Transport connectNewest(Target target, Listener listener)
            throws BrokerException {
        try {
            return connect(target, listener, MqttConnectOptions.MQTT_VERSION_3_1_1);
        } catch (BrokerException e) {
            if (e.getCause() instanceof MqttException cause && PahoReason.olderMayWork(cause)) {
                return connect(target, listener, MqttConnectOptions.MQTT_VERSION_3_1);
            }
            throw e;
        }
    }

    private static Transport connect(Target target, Listener listener, int version)
            throws BrokerException {
        PahoTransport transport = new PahoTransport(target, listener);
        try {
            transport.connect(version);
            return transport;
        } catch (BrokerException e) {
            transport.close();
            throw e;
        }
    }

    private void connect(int version) throws BrokerException {
        ConnectionOptions options = target.options();
        MqttConnectOptions connect = new MqttConnectOptions();
        connect.setMqttVersion(version);
        connect.setCleanSession(true);
        connect.setAutomaticReconnect(false);
        connect.setMaxInflight(MOST_IN_FLIGHT);
        connect.setConnectionTimeout(seconds(options.timing().connect()));
        connect.setKeepAliveInterval(seconds(options.timing().keepAlive()));
        connect.setUserName(options.login().username());
        String password = options.login().password();
        if (password != null) {
            connect.setPassword(password.toCharArray());
        }
        if (target.server().scheme().encrypted()) {
            connect.setSocketFactory(target.tls());
            connect.setHttpsHostnameVerificationEnabled(!options.tls().unverified());
        } else {
            connect.setSocketFactory(new PlainSockets());
        }
        try {
            client.connect(connect).waitForCompletion(options.timing().connect().toMillis());
        } catch (MqttException e) {
            throw new BrokerException(PahoReason.ofConnect(e, target), e);
        }
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.plusMillis(999).toSeconds());
    }

    @Override
    public void subscribe(String filter, int qos) throws BrokerException {
        try {
            IMqttToken token = client.subscribe(filter, qos);
            token.waitForCompletion(target.options().timing().connect().toMillis());
            int[] granted = token.getGrantedQos();
            if (granted.length > 0 && granted[0] == REFUSED) {
                throw new BrokerException(
                        "broker "
                                + target.server()
                                + " refused the subscription to '"
                                + filter
                                + "'",
                        null);
            }
        } catch (MqttException e) {
            throw new BrokerException(
                    "broker "
                            + target.server()
                            + " did not take the subscription to '"
                            + filter
                            + "': "
                            + PahoReason.of(e),
                    e);
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> publish(
            String topic, byte[] payload, int qos, boolean retained) {
        CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(retained);
        Completion completion = new Completion(sent);
        unanswered.add(completion);
        try {
            client.publish(topic, message, null, completion);
        } catch (MqttException e) {
            completion.fail(failed(e));
        }
        if (ended.get()) {
            completion.fail(closed());
        }
        return sent;
    }

    private BrokerException closed() {
        return new BrokerException("the connection to " + target.server() + " was closed", null);
    }

    private void failUnanswered(BrokerException reason) {
        unanswered.forEach(completion -> completion.fail(reason));
    }

    private BrokerException failed(Throwable cause) {
        return new BrokerException(
                "broker " + target.server() + ": " + PahoReason.of(cause), cause);
    }

    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        // Paho waits for its callback to return, which may hang in a receiver that is behind.
        Thread end = new Thread(this::end, "mqtt-end-" + target.clientId());
        end.setDaemon(true);
        end.start();
        try {
            end.join(2 * END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failUnanswered(closed());
    }

    private void end() {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(END_MILLIS);
            } else {
                client.disconnectForcibly(0, END_MILLIS, false);
            }
        } catch (MqttException e) {
            LOG.debug("The connection to {} did not end in good order", target.server(), e);
        }
        free();
    }

    private void free() {
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("The client of {} did not close cleanly", target.server(), e);
        }
    }

    /** What Paho tells, on its own threads. */
    private final class Callback implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (!ended.get()) {
                listener.message(topic, message.getId(), message.getPayload());
            }
        }

        @Override
        public void connectionLost(Throwable cause) {
            if (ended.compareAndSet(false, true)) {
                free();
                BrokerException lost =
                        new BrokerException(
                                "lost the connection to broker "
                                        + target.server()
                                        + ": "
                                        + PahoReason.of(cause),
                                cause);
                listener.lost(lost);
                failUnanswered(lost);
            }
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Told to the listener of each publication.
        }
    }

    /** Ends a publication. */
    private final class Completion implements IMqttActionListener {

        private final CompletableFuture<@Nullable Void> sent;

        Completion(CompletableFuture<@Nullable Void> sent) {
            this.sent = sent;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            unanswered.remove(this);
            sent.complete(null);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            fail(failed(cause));
        }

        void fail(BrokerException reason) {
            unanswered.remove(this);
            sent.completeExceptionally(reason);
        }
    }
}
