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

import io.haumea.sdk.config.Options;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Map<String, Object> SOURCE = Map.of("servers", "tcp://127.0.0.1:1883");
    private static final Map<String, Object> SINK = Map.of("server", "127.0.0.1", "topic", "t");

    @Test
    void whenASourceHasNoServer_thenTheErrorSaysSo() {
        refused(() -> Fixtures.source("t", Map.of()), "missing server property");
        refused(
                () -> Fixtures.source("t", Map.of("servers", List.of(), "server", " ")),
                "missing server property");
    }

    @Test
    void whenASinkLacksARequiredProperty_thenTheErrorNamesIt() {
        refused(() -> Fixtures.sink(Map.of("topic", "t")), "mqtt sink is missing property server");
        refused(
                () -> Fixtures.sink(Map.of("server", "tcp://h")),
                "mqtt sink is missing property topic");
    }

    @Test
    void whenQosIsOutOfRange_thenTheErrorSaysWhatItCanBe() {
        String text = "not valid qos value 3, the value could be only int 0 or 1 or 2";
        refused(() -> Fixtures.source("t", Fixtures.with(SOURCE, "qos", 3)), text);
        refused(() -> Fixtures.sink(Fixtures.with(SINK, "qos", 3)), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void whenMaxInFlightIsOutOfRange_thenTheErrorSaysWhatItCanBe(int given) {
        refused(
                () -> Fixtures.sink(Fixtures.with(SINK, "maxInFlight", given)),
                "mqtt sink property maxInFlight must be from 1 to 10000, not " + given);
    }

    @Test
    void whenTheVersionIsUnknown_thenTheErrorSaysWhatItCanBe() {
        String text =
                "unknown protocol version 5, the value could be only 3.1 or 3.1.1 (also refers to"
                        + " MQTT version 4)";
        refused(() -> Fixtures.source("t", Fixtures.with(SOURCE, "protocolVersion", "5")), text);
        refused(() -> Fixtures.sink(Fixtures.with(SINK, "protocolVersion", "5")), text);
    }

    @Test
    void whenOnlyTheCertificateIsGiven_thenTheErrorAsksForTheKey() {
        refused(
                () -> Fixtures.source("t", Fixtures.with(SOURCE, "certificationPath", "c.pem")),
                "mqtt source has only one of the properties certificationPath and privateKeyPath;"
                        + " give both or none");
    }

    @Test
    void whenAFileOfTlsIsMissing_thenOpenNamesPropertyAndFile() {
        refused(
                () ->
                        Fixtures.source("t", Fixtures.with(SOURCE, "caPath", "no/such.pem"))
                                .open(new TestContext("x")),
                "mqtt source can't use the file 'no/such.pem' of property caPath: there is no such"
                        + " file");
    }

    @Test
    void whenAFileOfTlsIsNoCertificate_thenOpenNamesPropertyAndFile(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "");
        refused(
                () ->
                        Fixtures.sink(Fixtures.with(SINK, "caPath", file.toString()))
                                .open(new TestContext("x")),
                "mqtt sink can't use the file '"
                        + file
                        + "' of property caPath: it holds no certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a+/b", "a/b#"})
    void whenTheTopicFilterIsWrong_thenTheErrorNamesTheStream(String filter) {
        assertThatThrownBy(() -> Fixtures.source(filter, SOURCE))
                .isInstanceOf(HaumeaException.class)
                .hasMessageStartingWith(
                        "mqtt source of stream demo can't subscribe to its DATASOURCE: ");
    }

    @Test
    void whenASinksTopicHasAWildcard_thenItIsRefused() {
        refused(
                () -> Fixtures.sink(Fixtures.with(SINK, "topic", "a/+")),
                "mqtt sink property topic: topic 'a/+' has a wildcard; messages go to one topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:///tmp/x", "tcp://", "tcp://h:99999", "http://h", "a b", "h:p"})
    void whenAnAddressIsWrong_thenTheErrorShowsHowToWriteIt(String address) {
        assertThatThrownBy(() -> Fixtures.source("t", Map.of("server", address)))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(
                        "mqtt source: '"
                                + address
                                + "' is no address of a broker; write tcp://HOST:PORT, or ssl, ws"
                                + " or wss instead of tcp");
    }

    @ParameterizedTest
    @CsvSource({
        "host, tcp://host:1883",
        "127.0.0.1:1884, tcp://127.0.0.1:1884",
        "TCPS://h, ssl://h:8883",
        "tls://h:1, ssl://h:1",
        "mqtt://h, tcp://h:1883",
        "ws://h/mqtt, ws://h:80/mqtt",
        "wss://h, wss://h:443",
        "tcp://[::1]:1883, tcp://[::1]:1883"
    })
    void whenAnAddressIsRight_thenSchemeAndPortAreFilledIn(String given, String read) {
        assertThat(ServerAddress.parse(given)).hasToString(read);
    }

    @Test
    void whenServersAreWrittenAsText_thenTheyAreAList() {
        MqttSourceOptions options =
                Options.read(
                        MqttSourceOptions.class,
                        Map.of("SERVERS", "[tcp://a:1, tcp://b:2]"),
                        "mqtt source");
        assertThat(options.connection().servers())
                .extracting(ServerAddress::toString)
                .containsExactly("tcp://a:1", "tcp://b:2");
    }

    @Test
    void whenOptionsArePrinted_thenThePasswordIsNotShown() {
        MqttSinkOptions options =
                Options.read(
                        MqttSinkOptions.class,
                        Fixtures.with(Fixtures.with(SINK, "username", "u"), "password", "s3cret"),
                        "mqtt sink");
        assertThat(options.toString() + options.connection()).doesNotContain("s3cret");
    }

    @Test
    void whenShared_thenTheGroupIsTheStreamAndTakenOnce() {
        assertThat(Topics.shared("demo", "a/#")).isEqualTo("$share/demo/a/#");
        assertThat(Topics.shared("a/b", "x")).isEqualTo("$share/a_b/x");
        assertThat(Topics.shared("demo", "$share/g/x")).isEqualTo("$share/g/x");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                .hasMessage(message);
    }
}
