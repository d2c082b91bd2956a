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
package io.haumea.engine.source;

import io.haumea.sdk.data.Message;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages between the threads of a source and its task: two buffers, so that one is filled while
 * the other is worked on. Bounded in messages and bytes: whoever brings a message waits while it is
 * full.
 */
final class Ingress {

    private static final int LEAST_CAPACITY = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final int capacity;
    private final long byteCapacity;
    private final int batch;
    private Buffer filling;
    private Buffer spare;
    private boolean closed;

    /** Some messages in order, with the times when they came. */
    static final class Buffer {
        @Nullable Message[] messages = new Message[LEAST_CAPACITY];
        long[] arrivals = new long[LEAST_CAPACITY];
        int size;
        private long bytes;

        /** Grows with what comes, as most sources of most rules bring little. */
        private void add(Message message, long arrivalMillis) {
            bytes += Weight.of(message);
            if (size == messages.length) {
                messages = Arrays.copyOf(messages, 2 * size);
                arrivals = Arrays.copyOf(arrivals, 2 * size);
            }
            messages[size] = message;
            arrivals[size] = arrivalMillis;
            size++;
        }

        /** Forgets the messages, so that they can be collected. */
        void clear() {
            Arrays.fill(messages, 0, size, null);
            size = 0;
            bytes = 0;
        }
    }

    /**
     * An empty one.
     *
     * @param capacity how many messages may wait
     * @param byteCapacity how many bytes of payload may wait, and one message more
     * @param batch so many messages are worth a look, even while they gather
     */
    Ingress(int capacity, long byteCapacity, int batch) {
        this.capacity = capacity;
        this.byteCapacity = byteCapacity;
        this.batch = batch;
        this.filling = new Buffer();
        this.spare = new Buffer();
    }

    /**
     * Adds a message; waits while there is no room.
     *
     * @return whether the task should look: it is the first since the last {@link #take}, or makes
     *     a batch full
     */
    boolean put(Message message, long arrivalMillis) {
        lock.lock();
        try {
            while (full(filling) && !closed) {
                room.await();
            }
            if (closed) {
                return false;
            }
            Buffer buffer = filling;
            buffer.add(message, arrivalMillis);
            return buffer.size == 1 || buffer.size == batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean full(Buffer buffer) {
        return buffer.size == capacity || buffer.bytes >= byteCapacity;
    }

    /** Takes what has come; to be cleared before the next call. Called by the task alone. */
    Buffer take() {
        lock.lock();
        try {
            Buffer taken = filling;
            filling = spare;
            spare = taken;
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** How many messages wait. */
    int size() {
        lock.lock();
        try {
            return filling.size;
        } finally {
            lock.unlock();
        }
    }

    /** Lets all who wait go; further messages are thrown away. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
