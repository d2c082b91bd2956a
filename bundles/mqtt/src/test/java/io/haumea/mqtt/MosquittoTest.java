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

import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.state.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real broker; needs {@code mosquitto} and {@code openssl} on the path. */
@Tag("mosquitto")
@Timeout(120)
class MosquittoTest {

    private @TempDir Path folder;
    private TestContext context;
    private TestContext sender;

    @BeforeEach
    void makeContexts() {
        context = new TestContext("source");
        sender = new TestContext("sender");
    }

    @AfterEach
    void closeContexts() {
        context.close();
        sender.close();
    }

    private static void send(TestContext sender, Map<String, ?> options, String... texts)
            throws Exception {
        AsyncSink sink = Fixtures.sink(options);
        sink.open(sender);
        for (String text : texts) {
            sink.send(Fixtures.delivery(text));
        }
        sink.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 3.1", "1, 3.1.1", "2, 3.1.1"})
    void whenASinkSends_thenASourceGetsItAll(int qos, String version) throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder)) {
            // given
            Map<String, Object> common =
                    Map.of("server", broker.address(), "qos", qos, "protocolVersion", version);
            Source source = Fixtures.source("plant/#", common);
            source.open(context);
            context.awaitConnected();
            AsyncSink sink = Fixtures.sink(Fixtures.with(common, "topic", "plant/a"));
            sink.open(sender);

            // when
            for (int i = 0; i < 2000; i++) {
                sink.send(Fixtures.delivery("m" + i));
            }

            // then
            for (int i = 0; i < 2000; i++) {
                assertThat(context.next()).isEqualTo("m" + i);
            }
            sink.close();
            source.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whenASinkHasManyInFlight_thenASourceGetsThemAllInOrder(int qos) throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "max_queued_messages 0")) {
            // given
            Map<String, Object> common = Map.of("server", broker.address(), "qos", qos);
            Source source = Fixtures.source("plant/#", common);
            source.open(context);
            context.awaitConnected();
            AsyncSink sink = Fixtures.sink(Fixtures.with(common, "topic", "plant/a"));
            sink.open(sender);
            Semaphore room = new Semaphore(sink.maxInFlight());
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

            // when
            for (int i = 0; i < 10_000; i++) {
                assertThat(room.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                CompletionStage<?> unused =
                        sink.sendAsync(Fixtures.delivery("m" + i))
                                .whenComplete(
                                        (nothing, failure) -> {
                                            if (failure != null) {
                                                failures.add(failure);
                                            }
                                            room.release();
                                        });
            }

            // then
            for (int i = 0; i < 10_000; i++) {
                assertThat(context.next()).isEqualTo("m" + i);
            }
            assertThat(failures).isEmpty();
            sink.close();
            source.close();
        }
    }

    @Test
    void whenTheBrokerComesLaterAndIsRestarted_thenTheSourceIsSubscribedEachTime()
            throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder)) {
            // given
            broker.stop();
            Source source = Fixtures.source("t", Map.of("server", broker.address()));
            source.open(context);
            context.await(status -> status.reason().endsWith("next try in 2 s"));
            for (int round = 0; round < 3; round++) {
                // when
                broker.restart();

                // then
                context.awaitConnected();
                send(sender, Map.of("server", broker.address(), "topic", "t"), "round " + round);
                assertThat(context.next()).isEqualTo("round " + round);

                // when
                broker.stop();

                // then
                context.await(
                        status ->
                                status.state() == Status.State.DISCONNECTED
                                        && status.reason().contains("next try in"));
            }
            source.close();
        }
    }

    @Test
    void whenTwoSourcesShareTheirSubscription_thenEachMessageGoesToOneOfThem() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                TestContext other = new TestContext("other")) {
            // given
            Map<String, Object> options =
                    Map.of("server", broker.address(), "sharedSubscription", true);
            Source one = Fixtures.source("t", options);
            Source two = Fixtures.source("t", options);
            one.open(context);
            two.open(other);
            context.awaitConnected();
            other.awaitConnected();

            // when
            String[] texts = new String[100];
            Arrays.fill(texts, "x");
            send(sender, Map.of("server", broker.address(), "topic", "t", "qos", 1), texts);

            // then
            Await.until(
                    Duration.ofSeconds(10),
                    () -> context.waiting() + other.waiting() >= 100,
                    () -> context.waiting() + " and " + other.waiting());
            assertThat(context.waiting() + other.waiting()).isEqualTo(100);
            assertThat(context.waiting()).isPositive();
            assertThat(other.waiting()).isPositive();
            one.close();
            two.close();
        }
    }

    @Test
    void whenThePasswordIsWrong_thenSourceAndSinkSaySoAndTheRightOneWorks() throws Exception {
        // given
        Files.writeString(folder.resolve("passwords"), "ann:right\n");
        Mosquitto.run(folder, "mosquitto_passwd", "-U", "passwords");
        try (Mosquitto broker =
                Mosquitto.start(
                        folder,
                        "allow_anonymous false",
                        "password_file " + folder + "/passwords")) {
            Map<String, Object> wrong =
                    Map.of("server", broker.address(), "username", "ann", "password", "wrong");
            String reason =
                    "broker "
                            + broker.address()
                            + " refused the login: wrong user name, password or certificate";

            // when / then
            Source source = Fixtures.source("t", wrong);
            source.open(context);
            context.await(status -> status.reason().startsWith(reason + "; next try in"));
            source.close();
            assertThatThrownBy(() -> send(sender, Fixtures.with(wrong, "topic", "t"), "x"))
                    .isInstanceOf(HaumeaException.class)
                    .hasMessage("mqtt sink of rule rule-of-sender: " + reason);
            Map<String, Object> right = Fixtures.with(wrong, "password", "right");
            try (TestContext again = new TestContext("again")) {
                Source works = Fixtures.source("t", right);
                works.open(again);
                again.awaitConnected();
                send(sender, Fixtures.with(right, "topic", "t"), "x");
                assertThat(again.next()).isEqualTo("x");
                works.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1", "sec1"})
    void whenTheBrokerAsksForACertificate_thenAClientWithOneConnects(String form) throws Exception {
        makeCertificates(form);
        try (Mosquitto broker = encrypted()) {
            // given
            Map<String, Object> options =
                    Map.of(
                            "server",
                            broker.encryptedAddress(),
                            "caPath",
                            folder + "/ca.pem",
                            "certificationPath",
                            folder + "/client.pem",
                            "privateKeyPath",
                            folder + "/client.key");
            Source source = Fixtures.source("t", options);
            source.open(context);
            context.awaitConnected();

            // when
            send(sender, Fixtures.with(options, "topic", "t"), "sealed");

            // then
            assertThat(context.next()).isEqualTo("sealed");
            source.close();
        }
    }

    @Test
    void whenTheBrokersCertificateIsNotTrusted_thenTheStatusSaysSoUnlessItIsNotVerified()
            throws Exception {
        makeCertificates("pkcs8");
        try (Mosquitto broker = encrypted()) {
            // given
            Map<String, Object> options = new HashMap<>();
            options.put("server", broker.encryptedAddress());
            options.put("certificationPath", folder + "/client.pem");
            options.put("privateKeyPath", folder + "/client.key");

            // when / then
            Source untrusting = Fixtures.source("t", options);
            untrusting.open(context);
            context.await(
                    status ->
                            status.reason()
                                    .startsWith(
                                            "broker "
                                                    + broker.encryptedAddress()
                                                    + " can't be reached: TLS failed: "));
            untrusting.close();

            // when / then
            send(
                    sender,
                    Fixtures.with(Fixtures.with(options, "insecureSkipVerify", true), "topic", "t"),
                    "x");
            assertThat(sender.statuses()).contains(Status.connected());
        }
    }

    @Test
    void whenTheClientHasNoCertificate_thenTheStatusSaysThatTlsFailed() throws Exception {
        makeCertificates("pkcs8");
        try (Mosquitto broker = encrypted()) {
            Source source =
                    Fixtures.source(
                            "t",
                            Map.of(
                                    "server",
                                    broker.encryptedAddress(),
                                    "caPath",
                                    folder + "/ca.pem"));
            source.open(context);

            context.await(status -> status.reason().contains("; next try in"));
            source.close();
            assertThat(context.statuses()).doesNotContain(Status.connected());
            assertThat(context.status().reason()).contains("TLS failed", "certificate");
        }
    }

    private Mosquitto encrypted() throws Exception {
        return Mosquitto.start(
                folder,
                "cafile " + folder + "/ca.pem",
                "certfile " + folder + "/server.pem",
                "keyfile " + folder + "/server.key",
                "require_certificate true");
    }

    /** An authority, a server for localhost, and a client whose key is in a given form. */
    private void makeCertificates(String form) throws Exception {
        openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out"
                        + " ca.pem");
        Files.writeString(folder.resolve("san"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out server.key");
        sign("server", " -extfile san");
        openssl(
                switch (form) {
                    case "pkcs1" -> "genrsa -traditional -out client.key 2048";
                    case "sec1" -> "ecparam -name prime256v1 -genkey -out client.key";
                    default ->
                            "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out"
                                    + " client.key";
                });
        assertThat(Files.readString(folder.resolve("client.key")))
                .contains(
                        switch (form) {
                            case "pkcs1" -> "BEGIN RSA PRIVATE KEY";
                            case "sec1" -> "BEGIN EC PRIVATE KEY";
                            default -> "BEGIN PRIVATE KEY";
                        });
        sign("client", "");
    }

    private void sign(String name, String extra) throws Exception {
        openssl("req -new -key " + name + ".key -subj /CN=" + name + " -out " + name + ".csr");
        openssl(
                "x509 -req -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial -in "
                        + name
                        + ".csr -out "
                        + name
                        + ".pem"
                        + extra);
    }

    private void openssl(String arguments) throws Exception {
        Mosquitto.run(folder, ("openssl " + arguments).split(" ", -1));
    }
}
