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
package io.haumea.broker;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;

/** A client that keeps what it receives, written {@code topic payload}. */
final class TestClient implements AutoCloseable {

    private final MqttClient client;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private TestClient(MqttClient client) {
        this.client = client;
    }

    static TestClient connected(String address) throws MqttException {
        TestClient made =
                new TestClient(new MqttClient(address, MqttClient.generateClientId(), null));
        made.client.setTimeToWait(10_000);
        made.client.connect();
        return made;
    }

    void subscribe(String filter, int qos) throws MqttException {
        client.subscribe(
                filter,
                qos,
                (topic, message) ->
                        received.add(
                                topic
                                        + " "
                                        + new String(
                                                message.getPayload(), StandardCharsets.UTF_8)));
    }

    void publish(String topic, String payload, int qos, boolean retained) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), qos, retained);
    }

    String next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS), "no message in 10 s");
    }

    boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close(true);
    }
}
