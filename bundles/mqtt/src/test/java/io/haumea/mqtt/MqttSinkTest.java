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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haumea.broker.EmbeddedBroker;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.state.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MqttSinkTest {

    private static final String HOST = "127.0.0.1";

    private TestContext context;
    private TestContext receiver;

    @BeforeEach
    void makeContexts() {
        context = new TestContext("sink");
        receiver = new TestContext("receiver");
    }

    @AfterEach
    void closeContexts() {
        context.close();
        receiver.close();
    }

    private Source receive(String address, String filter) throws Exception {
        Source source = Fixtures.source(filter, Map.of("server", address));
        source.open(receiver);
        receiver.awaitConnected();
        return source;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whenResultsAreSent_thenSubscribersGetThemInOrder(int qos) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0)) {
            // given
            Source source = receive(broker.address(), "out");
            AsyncSink sink =
                    Fixtures.sink(Map.of("server", broker.address(), "topic", "out", "qos", qos));
            sink.open(context);

            // when
            for (int i = 0; i < 500; i++) {
                sink.send(Fixtures.delivery("[{\"n\":" + i + "}]"));
            }

            // then
            for (int i = 0; i < 500; i++) {
                assertThat(receiver.next()).isEqualTo("[{\"n\":" + i + "}]");
            }
            assertThat(context.statuses())
                    .containsExactly(
                            Status.connecting("to broker " + broker.address()), Status.connected());
            sink.close();
            source.close();
        }
    }

    @Test
    void whenRetained_thenALaterSubscriberGetsTheLastResult() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0)) {
            AsyncSink sink =
                    Fixtures.sink(
                            Map.of(
                                    "server",
                                    broker.address(),
                                    "topic",
                                    "state",
                                    "qos",
                                    1,
                                    "retained",
                                    true));
            sink.open(context);
            sink.send(Fixtures.delivery("old"));
            sink.send(Fixtures.delivery("new"));

            Source source = receive(broker.address(), "state");

            assertThat(receiver.next()).isEqualTo("new");
            sink.close();
            source.close();
        }
    }

    @Test
    void whenTheBrokerIsAway_thenOpenFailsForNowAndWorksLater() throws Exception {
        // given
        int port = Fixtures.freePort();
        AsyncSink sink = Fixtures.sink(Map.of("server", "tcp://127.0.0.1:" + port, "topic", "out"));

        // when
        HaumeaException failure =
                catchThrowableOfType(HaumeaException.class, () -> sink.open(context));

        // then
        assertThat(failure.retryable()).isTrue();
        assertThat(failure)
                .hasMessage(
                        "mqtt sink of rule rule-of-sink: broker tcp://127.0.0.1:"
                                + port
                                + " can't be reached: Connection refused");
        assertThat(context.status().state()).isEqualTo(Status.State.DISCONNECTED);
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, port)) {
            assertThat(broker.port()).isEqualTo(port);
            sink.open(context);
            sink.send(Fixtures.delivery("x"));
            assertThat(context.status()).isEqualTo(Status.connected());
            sink.close();
        }
    }

    @Test
    void whenTheBrokerGoesAway_thenSendingFailsForNowAndWorksWhenItIsBack() throws Exception {
        // given
        EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0);
        AsyncSink sink =
                Fixtures.sink(Map.of("server", broker.address(), "topic", "out", "qos", 1));
        sink.open(context);
        sink.send(Fixtures.delivery("before"));

        // when
        broker.close();
        context.await(status -> status.state() == Status.State.DISCONNECTED);

        // then
        assertThatThrownBy(() -> sink.send(Fixtures.delivery("meanwhile")))
                .isInstanceOfSatisfying(
                        HaumeaException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageStartingWith("publish error: ");
        try (EmbeddedBroker again = EmbeddedBroker.start(HOST, broker.port())) {
            context.awaitConnected();
            Source source = receive(again.address(), "out");
            sink.send(Fixtures.delivery("after"));
            assertThat(receiver.next()).isEqualTo("after");
            sink.close();
            source.close();
        }
    }

    @Test
    void whenTheBrokerGoesAwayBeforeItAcknowledges_thenThatDeliveryFailsForNow() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0)) {
            // given
            AsyncSink sink =
                    Fixtures.sink(Map.of("server", broker.address(), "topic", "out", "qos", 1));
            sink.open(context);
            var sent = sink.sendAsync(Fixtures.delivery("x")).toCompletableFuture();
            assertThat(sent).isNotDone();

            // when
            broker.stop();

            // then
            assertThat(sent)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(HaumeaException.class)
                    .withMessageContaining("publish error: broker " + broker.address());
            sink.close();
        }
    }

    @Test
    void whenManyAreInFlight_thenAllFailForNowWithTheConnection() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0)) {
            // given
            AsyncSink sink =
                    Fixtures.sink(Map.of("server", broker.address(), "topic", "out", "qos", 1));
            sink.open(context);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int i = 0; i < sink.maxInFlight(); i++) {
                sent.add(sink.sendAsync(Fixtures.delivery("x")).toCompletableFuture());
            }
            assertThat(sent).hasSize(1000).allMatch(each -> !each.isDone());

            // when
            broker.stop();

            // then
            for (CompletableFuture<?> each : sent) {
                assertThat(each)
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableThat()
                        .withCauseInstanceOf(HaumeaException.class)
                        .withMessageContaining("publish error: ");
            }
            sink.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 50", "1, 50, 50", "2, 50, 1"})
    void whenQosIs2_thenResultsGoSingly(int qos, int wanted, int most) {
        AsyncSink sink =
                Fixtures.sink(
                        Map.of(
                                "server",
                                "tcp://h",
                                "topic",
                                "t",
                                "qos",
                                qos,
                                "maxInFlight",
                                wanted));

        assertThat(sink.maxInFlight()).isEqualTo(most);
    }

    @Test
    void whenTheSinkIsClosed_thenWhatIsInFlightFailsForNow() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0)) {
            // given
            AsyncSink sink =
                    Fixtures.sink(Map.of("server", broker.address(), "topic", "out", "qos", 1));
            sink.open(context);
            var sent = sink.sendAsync(Fixtures.delivery("x")).toCompletableFuture();

            // when
            sink.close();

            // then
            assertThat(sent)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("publish error: ");
        }
    }

    @Test
    void whenSinksHaveEqualConnectionOptions_thenTheyShareOneConnectionUntilTheLastCloses()
            throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0);
                TestContext other = new TestContext("other")) {
            // given
            MqttSinkFactory factory = new MqttSinkFactory();
            Map<String, Object> options = Map.of("server", broker.address(), "topic", "a");
            AsyncSink one = Fixtures.sink(factory, options);
            AsyncSink two = Fixtures.sink(factory, Fixtures.with(options, "topic", "b"));

            // when
            one.open(context);
            two.open(other);
            one.close();
            two.send(Fixtures.delivery("still works"));

            // then
            assertThat(broker.connections()).isEqualTo(1);

            // when
            two.close();
            one.open(context);

            // then
            assertThat(broker.connections()).isEqualTo(2);
            one.close();
        }
    }

    @Test
    void whenOptionsOfTheConnectionDiffer_thenNothingIsShared() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0)) {
            MqttSinkFactory factory = new MqttSinkFactory();
            Map<String, Object> options = Map.of("server", broker.address(), "topic", "a");
            AsyncSink one = Fixtures.sink(factory, options);
            AsyncSink two = Fixtures.sink(factory, Fixtures.with(options, "username", "u"));

            one.open(context);
            two.open(context);

            assertThat(broker.connections()).isEqualTo(2);
            one.close();
            two.close();
        }
    }
}
