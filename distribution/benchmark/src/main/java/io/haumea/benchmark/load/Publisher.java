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
package io.haumea.benchmark.load;

import io.haumea.benchmark.harness.BenchmarkException;
import io.haumea.benchmark.harness.Percentiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Publishes a {@link Workload}. One thread publishes; another one of its own takes the answers. */
public final class Publisher implements AutoCloseable {

    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_IN_FLIGHT = 1000;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Workload workload;
    private final MqttConnection connection;
    private final int qos;
    private final byte[] packet;
    private final byte[] batch;
    private final int idAt;
    private final int payloadAt;
    private long sent;
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean closed;

    /**
     * What a run of the publisher was like.
     *
     * @param messages how many it sent
     * @param seconds how long that took
     * @param lateness how long after they were due messages were sent
     */
    public record Sent(long messages, double seconds, Percentiles lateness) {
        /** Messages per second. */
        public double rate() {
            return messages / seconds;
        }
    }

    /**
     * Connects.
     *
     * @param port the broker's
     * @param topic where to publish
     * @param qos 0 or 1
     * @param workload the messages
     */
    public Publisher(int port, String topic, int qos, Workload workload) throws IOException {
        this.workload = workload;
        this.qos = qos;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        MqttConnection.text(body, topic);
        if (qos > 0) {
            body.writeBytes(new byte[2]);
        }
        body.writeBytes(Workload.template());
        this.packet = MqttConnection.packet(0x30 | qos << 1, body.toByteArray());
        this.payloadAt = packet.length - Workload.template().length;
        this.idAt = payloadAt - 2;
        this.batch = new byte[packet.length * MOST_AT_ONCE];
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            System.arraycopy(packet, 0, batch, i * packet.length, packet.length);
        }
        this.connection = MqttConnection.open(port, "benchmark-publisher");
        if (qos > 0) {
            Thread answers = new Thread(this::takeAnswers, "publisher-answers");
            answers.setDaemon(true);
            answers.start();
        }
    }

    private void takeAnswers() {
        try {
            while (connection.next()) {
                if (connection.type() == MqttConnection.PUBACK) {
                    acknowledged.incrementAndGet();
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new BenchmarkException("the publisher's connection broke", e);
            }
        }
    }

    /** Sends a message that only tries whether the way is open. */
    public void probe() throws IOException {
        send(Workload.PROBE, 1);
    }

    /**
     * Sends messages 0 to {@code count - 1}, each when it is due, or as soon as possible after.
     *
     * @param count how many
     * @param schedule when
     */
    public Sent run(long count, Schedule schedule) throws IOException {
        return runUntil(count, schedule, Long.MAX_VALUE);
    }

    /**
     * As {@link #run}, but ends early when the time is over.
     *
     * @param count how many at most
     * @param schedule when
     * @param endNanos when to end, as {@link System#nanoTime}
     */
    public Sent runUntil(long count, Schedule schedule, long endNanos) throws IOException {
        Percentiles lateness = new Percentiles();
        long began = System.nanoTime();
        long number = 0;
        long now = began;
        while (number < count && now < endNanos) {
            long due = Math.min(count, schedule.dueBy(now));
            if (due <= number) {
                LockSupport.parkNanos(schedule.due(number) - now);
                now = System.nanoTime();
                continue;
            }
            int some = (int) Math.min(due - number, MOST_AT_ONCE);
            send(number, some);
            now = System.nanoTime();
            for (int i = 0; i < some; i++) {
                lateness.add(now - schedule.due(number + i));
            }
            number += some;
        }
        return new Sent(number, (System.nanoTime() - began) / 1e9, lateness);
    }

    private void send(long first, int count) throws IOException {
        if (qos > 0) {
            awaitRoom(count);
        }
        for (int i = 0; i < count; i++) {
            int start = i * packet.length;
            workload.fill(first == Workload.PROBE ? first : first + i, batch, start + payloadAt);
            if (qos > 0) {
                int id = 1 + (int) ((sent + i) % 65_535);
                batch[start + idAt] = (byte) (id >> 8);
                batch[start + idAt + 1] = (byte) id;
            }
        }
        connection.send(batch, count * packet.length);
        sent += count;
    }

    private void awaitRoom(int count) {
        long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (sent + count - acknowledged.get() > MOST_IN_FLIGHT) {
            LockSupport.parkNanos(20_000);
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException("the broker acknowledges nothing any more");
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        connection.close();
    }
}
