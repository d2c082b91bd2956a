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

import io.haumea.broker.EmbeddedBroker;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.state.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MqttSourceTest {

    private static final String HOST = "127.0.0.1";

    private TestContext context;
    private TestContext publisher;

    @BeforeEach
    void makeContexts() {
        context = new TestContext("source");
        publisher = new TestContext("publisher");
    }

    @AfterEach
    void closeContexts() {
        context.close();
        publisher.close();
    }

    private void publish(EmbeddedBroker broker, String topic, String... texts) throws Exception {
        AsyncSink sink =
                Fixtures.sink(Map.of("server", broker.address(), "topic", topic, "qos", 1));
        sink.open(publisher);
        for (String text : texts) {
            sink.send(Fixtures.delivery(text));
        }
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whenMessagesComeOnTheTopic_thenTheyAreEmittedInOrderWithTopic(int qos) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0)) {
            // given
            Source source =
                    Fixtures.source(
                            "plant/+/t", Map.of("servers", List.of(broker.address()), "qos", qos));
            source.open(context);
            context.awaitConnected();

            // when
            publish(broker, "plant/7/t", "{\"a\":1}", "{\"a\":2}", "");

            // then
            Message first = context.nextMessage();
            assertThat(first.payload()).asString().isEqualTo("{\"a\":1}");
            assertThat(first.metadata().get("topic")).isEqualTo("plant/7/t");
            assertThat(first.metadata().get("MessageID")).isInstanceOf(String.class);
            assertThat(first.metadata().toMap()).containsOnlyKeys("topic", "messageid");
            assertThat(context.next()).isEqualTo("{\"a\":2}");
            assertThat(context.next()).isEmpty();
            source.close();
        }
    }

    @Test
    void whenTheBrokerComesLater_thenTheSourceConnectsAndTheStatusSaysWhyItWaited()
            throws Exception {
        // given
        int port = Fixtures.freePort();
        Source source = Fixtures.source("t", Map.of("server", "tcp://127.0.0.1:" + port));
        source.open(context);
        context.await(status -> status.reason().endsWith("next try in 2 s"));

        // when
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, port)) {
            context.awaitConnected();
            publish(broker, "t", "hello");

            // then
            assertThat(context.next()).isEqualTo("hello");
            assertThat(context.statuses())
                    .startsWith(
                            Status.connecting("to broker tcp://127.0.0.1:" + port),
                            Status.disconnected(
                                    "broker tcp://127.0.0.1:"
                                            + port
                                            + " can't be reached: Connection refused; next try in"
                                            + " 1 s"));
            source.close();
        }
    }

    @Test
    void whenTheBrokerIsRestarted_thenTheSourceSubscribesAgain() throws Exception {
        // given
        EmbeddedBroker first = EmbeddedBroker.start(HOST, 0);
        Source source = Fixtures.source("t", Map.of("server", first.address()));
        source.open(context);
        context.awaitConnected();
        for (int round = 0; round < 3; round++) {
            // when
            first.close();
            context.await(status -> status.state() == Status.State.DISCONNECTED);
            first = EmbeddedBroker.start(HOST, first.port());

            // then
            context.awaitConnected();
            publish(first, "t", "round " + round);
            assertThat(context.next()).isEqualTo("round " + round);
        }
        assertThat(context.statuses())
                .anySatisfy(
                        status ->
                                assertThat(status.reason())
                                        .startsWith(
                                                "lost the connection to broker " + first(context)));
        source.close();
        first.close();
    }

    private static String first(TestContext context) {
        return context.statuses().get(0).reason().substring("to broker ".length());
    }

    @Test
    void whenTheFirstOfSeveralServersIsAway_thenTheNextIsTaken() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0)) {
            Source source =
                    Fixtures.source(
                            "t",
                            Map.of(
                                    "servers",
                                    List.of(
                                            "tcp://127.0.0.1:" + Fixtures.freePort(),
                                            broker.address())));
            source.open(context);
            context.awaitConnected();
            source.close();
        }
    }

    @Test
    void whenTheEngineIsBehindAndTheSourceIsClosed_thenItCloses() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, 0)) {
            // given
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Transport.Listener slow =
                    new Transport.Listener() {
                        @Override
                        public void message(String topic, int packetId, byte[] payload) {
                            entered.countDown();
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }

                        @Override
                        public void lost(BrokerException cause) {
                            throw new AssertionError(cause);
                        }
                    };
            ConnectionOptions options =
                    io.haumea.sdk.config.Options.read(
                                    MqttSourceOptions.class,
                                    Map.of("server", broker.address()),
                                    "mqtt source")
                            .connection();
            Transport transport =
                    new Broker("mqtt source", options, "slow", PahoTransport::connect)
                            .connect(slow);
            transport.subscribe("t", 0);
            publish(broker, "t", "1", "2", "3");
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

            // when
            transport.close();

            // then
            assertThat(release.getCount()).isEqualTo(1);
            release.countDown();
        }
    }

    @Test
    void whenClosedBeforeTheBrokerCame_thenItTriesNoMore() throws Exception {
        // given
        try (ScriptedBroker broker = new ScriptedBroker(3, 0)) {
            Source source = Fixtures.source("t", Map.of("server", broker.address()));
            source.open(context);
            context.await(
                    status ->
                            status.reason()
                                    .startsWith(
                                            "broker "
                                                    + broker.address()
                                                    + " is not ready to serve; next try in"));

            // when
            source.close();

            // then
            int told = context.statuses().size();
            TestContext other = new TestContext("other");
            Source later = Fixtures.source("t", Map.of("server", broker.address()));
            later.open(other);
            other.await(status -> status.reason().endsWith("next try in 4 s"));
            later.close();
            other.close();
            assertThat(context.statuses()).hasSize(told);
        }
    }

    @Test
    void whenTheLoginIsWrong_thenTheStatusSaysSo() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(5, 0)) {
            Source source =
                    Fixtures.source(
                            "t",
                            Map.of(
                                    "server",
                                    broker.address(),
                                    "username",
                                    "u",
                                    "password",
                                    "secret"));
            source.open(context);

            context.await(
                    status ->
                            status.reason()
                                    .startsWith(
                                            "broker "
                                                    + broker.address()
                                                    + " refused the login: wrong user name,"
                                                    + " password or certificate; next try in"));
            source.close();
            assertThat(context.statuses()).noneMatch(s -> s.reason().contains("secret"));
        }
    }

    @Test
    void whenTheSubscriptionIsRefused_thenTheStatusSaysSo() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 0x80)) {
            Source source = Fixtures.source("secret/#", Map.of("server", broker.address()));
            source.open(context);

            context.await(
                    status ->
                            status.reason()
                                    .startsWith(
                                            "broker "
                                                    + broker.address()
                                                    + " refused the subscription to 'secret/#';"
                                                    + " next try in"));
            source.close();
        }
    }

    @Test
    void whenTheBrokerDoesNotAnswer_thenTheStatusSaysHowLongWasWaited() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(ScriptedBroker.SILENT, 0)) {
            Source source =
                    Fixtures.source(
                            "t", Map.of("server", broker.address(), "connectTimeout", "1s"));
            source.open(context);

            context.await(
                    status ->
                            status.reason()
                                    .startsWith(
                                            "broker "
                                                    + broker.address()
                                                    + " can't be reached: no answer within 1 s"));
            source.close();
        }
    }

    @Test
    void whenNoVersionIsGivenAndTheBrokerHangsUp_thenTheOlderOneIsTried() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(ScriptedBroker.HANG_UP, 0)) {
            Source source = Fixtures.source("t", Map.of("server", broker.address()));
            source.open(context);

            context.await(
                    status -> status.reason().contains("ended the connection before it answered"));
            source.close();
            assertThat(broker.versions()).startsWith(4, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1", "3.1.1"})
    void whenAVersionIsGiven_thenThatOneIsUsed(String version) throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, 1)) {
            Source source =
                    Fixtures.source(
                            "t", Map.of("server", broker.address(), "protocolVersion", version));
            source.open(context);
            context.awaitConnected();
            source.close();
            assertThat(broker.versions()).containsExactly(version.equals("3.1") ? 3 : 4);
        }
    }

    @Test
    void whenTheHostIsUnknown_thenTheStatusSaysSo() throws Exception {
        Source source = Fixtures.source("t", Map.of("server", "tcp://no.such.host.invalid"));
        source.open(context);

        context.await(
                status ->
                        status.reason()
                                .startsWith(
                                        "broker tcp://no.such.host.invalid:1883 can't be reached:"
                                                + " unknown host no.such.host.invalid; next"));
        source.close();
    }
}
