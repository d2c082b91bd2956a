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
package io.haumea.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** A device and a listener at the broker. */
final class MqttPeer implements AutoCloseable {

    private final MqttClient client;
    private final List<String> received = new CopyOnWriteArrayList<>();

    private MqttPeer(MqttClient client) {
        this.client = client;
    }

    static MqttPeer connect(int port, String name) throws Exception {
        MqttPeer peer =
                new MqttPeer(
                        new MqttClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence()));
        MqttConnectOptions options = new MqttConnectOptions();
        options.setConnectionTimeout(2);
        Await.<@Nullable MqttException>until(
                "broker on port " + port,
                Duration.ofSeconds(20),
                () -> peer.tryConnect(options),
                error -> error == null);
        return peer;
    }

    private @Nullable MqttException tryConnect(MqttConnectOptions options) {
        try {
            client.connect(options);
            return null;
        } catch (MqttException e) {
            return e;
        }
    }

    void publish(String topic, String payload) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    void listen(String topic) throws MqttException {
        client.subscribe(
                topic,
                1,
                (from, message) ->
                        received.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
    }

    List<String> received() {
        return received;
    }

    void awaitReceived(int count) throws Exception {
        Await.until(
                count + " messages", Duration.ofSeconds(15), received::size, size -> size >= count);
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(100, 100);
        client.close();
    }
}
