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

import io.haumea.sdk.error.ErrorCategory;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.state.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Publishes on one topic. */
final class MqttSink implements AsyncSink {

    static final ErrorCode PUBLISH = new ErrorCode("MQTT_PUBLISH", ErrorCategory.EXTERNAL);

    private static final int LARGEST_PAYLOAD = 256 * 1024 * 1024 - 128 * 1024;

    private final MqttSinkOptions options;
    private final ConnectionOptions connection;
    private final SharedConnections connections;
    private @Nullable Running running;

    MqttSink(MqttSinkOptions options, SharedConnections connections) {
        this.options = options;
        this.connection = options.connection();
        this.connections = connections;
    }

    @Override
    public void open(SinkContext context) {
        running = new Running(context);
        try {
            running.connect();
        } catch (BrokerException e) {
            close();
            context.status(Status.disconnected(e.reason()));
            throw new HaumeaException(
                    ErrorCode.UNREACHABLE,
                    "mqtt sink of rule " + context.ruleId() + ": " + e.reason(),
                    "Check that the broker runs, that this machine may connect to it, and the"
                            + " login.",
                    e);
        }
    }

    @Override
    public void send(Delivery delivery) throws Exception {
        try {
            sendAsync(delivery).toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HaumeaException known) {
                throw known;
            }
            throw e;
        }
    }

    /**
     * With QoS 2 singly: to send again what the broker has taken would be against its purpose, and
     * brokers (Mosquitto 2.0 beyond 20) do not keep the order of many.
     */
    @Override
    public int maxInFlight() {
        return options.qos() == 2 ? 1 : options.maxInFlight();
    }

    @Override
    public CompletionStage<@Nullable Void> sendAsync(Delivery delivery) {
        Running open = running;
        if (open == null) {
            throw new IllegalStateException("send before open");
        }
        return open.send(delivery.payload());
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** The sink while it is open. */
    private final class Running {

        private final SinkContext context;
        private final SharedConnection shared;
        private final Reconnect reconnect;
        private final Consumer<BrokerException> lost;

        Running(SinkContext context) {
            this.context = context;
            this.reconnect =
                    new Reconnect(context, connection.timing().longestPause(), this::connectNow);
            this.lost = reconnect::lost;
            this.shared = connections.acquire(connection, context.instanceName(), lost);
        }

        private void connectNow() throws BrokerException {
            shared.connect();
        }

        void connect() throws BrokerException {
            context.status(Status.connecting("to " + shared));
            reconnect.tryOnce();
        }

        CompletionStage<@Nullable Void> send(byte[] payload) {
            if (payload.length > LARGEST_PAYLOAD) {
                return CompletableFuture.failedFuture(
                        new HaumeaException(
                                ErrorCode.INVALID_PAYLOAD,
                                "publish error: a result has "
                                        + payload.length
                                        + " bytes, more than a message can hold",
                                "Select fewer columns or rows.",
                                null));
            }
            return shared.publish(options.topic(), payload, options.qos(), options.retained())
                    .exceptionally(Running::explain);
        }

        /** On a thread of the client's, which the engine does not hold up. */
        private static @Nullable Void explain(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure;
            throw new HaumeaException(PUBLISH, "publish error: " + cause.getMessage(), cause);
        }

        void close() {
            reconnect.close();
            connections.release(connection, shared, lost);
        }
    }
}
