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
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Listens to what Mosquitto tells of the messages that it has dropped itself. */
public final class BrokerDrops implements AutoCloseable {

    private static final String TOPIC = "$SYS/broker/publish/messages/dropped";

    private final MqttConnection connection;
    private final Thread thread = new Thread(this::run, "broker-drops");
    private volatile long dropped;
    private volatile boolean closed;

    /**
     * Connects and subscribes.
     *
     * @param port the broker's
     */
    public BrokerDrops(int port) throws IOException {
        connection = MqttConnection.open(port, "benchmark-drops");
        connection.subscribe(TOPIC, 0);
        thread.setDaemon(true);
        thread.start();
    }

    /** How many so far; told about once a second, and only when it changes. */
    public long dropped() {
        return dropped;
    }

    private void run() {
        try {
            while (connection.next()) {
                if (connection.type() == MqttConnection.PUBLISH) {
                    int payload = connection.bodyStart() + 2 + TOPIC.length();
                    String text =
                            new String(
                                    connection.bytes(),
                                    payload,
                                    connection.bodyEnd() - payload,
                                    StandardCharsets.US_ASCII);
                    dropped = Long.parseLong(text.strip());
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new BenchmarkException("the connection to the broker's counters broke", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        connection.close();
    }
}
