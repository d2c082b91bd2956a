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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {

    private static final String HOST = "127.0.0.1";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whenAMessageIsPublished_thenASubscriberGetsIt(int qos) throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
                TestClient client = TestClient.connected(broker.address())) {
            client.subscribe("plant/+/press.1", qos);

            // when
            client.publish("plant/ankara/press.1", "{\"p\":1}", qos, false);

            // then
            assertThat(client.next()).isEqualTo("plant/ankara/press.1 {\"p\":1}");
        }
    }

    @Test
    void whenAMessageIsRetained_thenALaterSubscriberGetsIt() throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
                TestClient client = TestClient.connected(broker.address())) {
            client.publish("state", "on", 1, true);

            // when
            client.subscribe("#", 1);

            // then
            assertThat(client.next()).isEqualTo("state on");
        }
    }

    @Test
    void whenThePortIsInUse_thenTheErrorSaysSo() throws Exception {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // when / then
            assertThatThrownBy(() -> EmbeddedBroker.start(HOST, port))
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("can't listen on 127.0.0.1:" + port + ": ");
        }
    }

    @Test
    void whenTheHostIsUnknown_thenTheErrorNamesIt() {
        assertThatThrownBy(() -> EmbeddedBroker.start("no.such.host.invalid", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    @Test
    void whenClosed_thenClientsAreCutOffAndThreadsEndAndThePortIsFree() throws Exception {
        // given
        EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
        int port = broker.port();
        try (TestClient client = TestClient.connected(broker.address())) {
            client.subscribe("t", 0);

            // when
            broker.close();

            // then
            Await.until(Duration.ofSeconds(10), () -> !client.isConnected());
            Await.until(Duration.ofSeconds(10), () -> Await.threads("ActiveMQ").isEmpty());
        }
        try (EmbeddedBroker again = EmbeddedBroker.start(HOST, port)) {
            assertThat(again.address()).isEqualTo("tcp://127.0.0.1:" + port);
        }
    }

    @Test
    void whenRubbishIsSent_thenOthersAreServed() throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
                TestClient client = TestClient.connected(broker.address())) {
            client.subscribe("t", 0);

            // when
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.publish("t", "x", 0, false);

            // then
            assertThat(client.next()).isEqualTo("t x");
        }
    }

    @Test
    void whenClosedTwice_thenNothingHappens() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
        broker.close();
        broker.close();
        assertThatThrownBy(() -> TestClient.connected(broker.address()))
                .isInstanceOf(MqttException.class);
    }
}
