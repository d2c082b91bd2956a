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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection for several sinks. Each of them may ask for it to be made, as often as it likes;
 * each is told when it is lost. Thread-safe.
 */
final class SharedConnection implements Transport.Listener {

    private final Broker broker;
    private final List<Consumer<BrokerException>> users = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable Transport transport;
    private volatile boolean closed;
    private @Nullable BrokerException failure; // of the last attempt; guarded by this

    SharedConnection(Broker broker) {
        this.broker = broker;
    }

    /**
     * Adds a user.
     *
     * @param lost called when the connection is lost
     */
    void add(Consumer<BrokerException> lost) {
        users.add(lost);
    }

    void remove(Consumer<BrokerException> lost) {
        users.remove(lost);
    }

    boolean unused() {
        return users.isEmpty();
    }

    /**
     * Makes the connection if there is none. Those who ask while it is tried wait for the result.
     *
     * @throws BrokerException if it can't be made
     */
    void connect() throws BrokerException {
        int seen = attempts.get();
        synchronized (this) {
            if (transport != null || closed) {
                return;
            }
            if (failure != null && attempts.get() != seen) {
                // Somebody else tried while this call waited; no use in trying at once again.
                throw new BrokerException(failure.reason(), failure);
            }
            attempts.incrementAndGet();
            try {
                transport = broker.connect(this);
                failure = null;
            } catch (BrokerException e) {
                failure = e;
                throw e;
            }
        }
        if (closed) {
            close();
        }
    }

    /** As {@link Transport#publish}. */
    CompletableFuture<@Nullable Void> publish(
            String topic, byte[] payload, int qos, boolean retained) {
        Transport current = transport;
        if (current == null) {
            return CompletableFuture.failedFuture(
                    new BrokerException("there is no connection to " + broker + " now", null));
        }
        return current.publish(topic, payload, qos, retained);
    }

    @Override
    public void message(String topic, int packetId, byte[] payload) {
        // Nothing is subscribed.
    }

    @Override
    public void lost(BrokerException cause) {
        synchronized (this) {
            transport = null;
        }
        users.forEach(user -> user.accept(cause));
    }

    /** Ends it; without waiting for an attempt to connect, which then closes what it made. */
    void close() {
        closed = true;
        Transport last = transport;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public String toString() {
        return broker.toString();
    }
}
