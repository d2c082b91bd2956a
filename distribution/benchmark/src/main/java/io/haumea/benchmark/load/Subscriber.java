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
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Receives results on a thread of its own and tells how long after they were due they came. */
public final class Subscriber implements AutoCloseable {

    private final MqttConnection connection;
    private final Thread thread = new Thread(this::run, "subscriber");
    private volatile @Nullable Watch watch;
    private volatile boolean probed;
    private volatile boolean closed;

    /**
     * What is known of the results of one run. Percentiles may be read when nothing comes any more.
     */
    public static final class Watch {
        private final Schedule schedule;
        private final long from;
        private final Sequence sequence = new Sequence();
        private final Percentiles latency = new Percentiles();

        /**
         * Begins.
         *
         * @param schedule when messages are due
         * @param from the number from which on latency counts; those before warm up
         */
        public Watch(Schedule schedule, long from) {
            this.schedule = schedule;
            this.from = from;
        }

        private void received(long number, long nanos) {
            if (number >= from) {
                synchronized (latency) {
                    latency.add(nanos - schedule.due(number));
                }
            }
            sequence.received(number);
        }

        /** Which have come. */
        public Sequence sequence() {
            return sequence;
        }

        /** How long after they were due. */
        public Percentiles latency() {
            synchronized (latency) {
                return latency;
            }
        }
    }

    /**
     * Connects and subscribes.
     *
     * @param port the broker's
     * @param topic what to subscribe to
     * @param qos 0 or 1
     */
    public Subscriber(int port, String topic, int qos) throws IOException {
        connection = MqttConnection.open(port, "benchmark-subscriber");
        connection.subscribe(topic, qos);
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on results belong to this run. */
    public void watch(Watch run) {
        watch = run;
    }

    /** Whether a probe has come. */
    public boolean probed() {
        return probed;
    }

    private void run() {
        byte[] acknowledgement = {0x40, 2, 0, 0};
        try {
            while (connection.next()) {
                if (connection.type() == MqttConnection.PUBLISH) {
                    take(System.nanoTime(), acknowledgement);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new BenchmarkException("the subscriber's connection broke", e);
            }
        }
    }

    private void take(long nanos, byte[] acknowledgement) throws IOException {
        byte[] bytes = connection.bytes();
        int start = connection.bodyStart();
        int payload = start + 2 + (((bytes[start] & 255) << 8) | (bytes[start + 1] & 255));
        if (connection.qos() > 0) {
            acknowledgement[2] = bytes[payload];
            acknowledgement[3] = bytes[payload + 1];
            connection.send(acknowledgement);
            payload += 2;
        }
        long number = Workload.number(bytes, payload, connection.bodyEnd());
        Watch run = watch;
        if (number == Workload.PROBE) {
            probed = true;
        } else if (number >= 0 && run != null) {
            run.received(number, nanos);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        connection.close();
    }
}
