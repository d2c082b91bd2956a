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
package io.haumea.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.config.OptionSpec;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.state.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TcpSinkTest {

    private final ManualContext context = new ManualContext();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stopListening() throws IOException {
        server.close();
    }

    @Test
    void whenDeliveriesAreSent_thenTheServerReadsThemAsLines() throws IOException {
        // given
        TcpSink sink = sink(Map.of());
        sink.open(context);
        try (Socket accepted = server.accept();
                BufferedReader lines = reader(accepted)) {
            // when
            sink.send(new TextDelivery("{\"a\":1}", 1));
            sink.send(new TextDelivery("{\"a\":\"ığü\"}", 2));
            sink.close();
            // then
            assertThat(lines.lines()).containsExactly("{\"a\":1}", "{\"a\":\"ığü\"}");
        }
        assertThat(context.statuses()).last().isEqualTo(Status.connected());
    }

    @Test
    void whenThereIsAToken_thenItIsTheFirstLineOfEachConnection() throws IOException {
        // given
        TcpSink sink = sink(Map.of("token", "s3cret"));
        sink.open(context);
        try (Socket first = server.accept();
                BufferedReader lines = reader(first)) {
            assertThat(lines.readLine()).isEqualTo("s3cret");
        }
        // when
        sink.send(new TextDelivery("x", 1));
        // then
        try (Socket second = server.accept();
                BufferedReader lines = reader(second)) {
            assertThat(lines.readLine()).isEqualTo("s3cret");
            assertThat(lines.readLine()).isEqualTo("x");
        }
        sink.close();
    }

    @Test
    void whenTheServerGoesAway_thenTheDeliveryIsRetryableAndArrivesOnceItIsBack()
            throws IOException {
        // given
        TcpSink sink = sink(Map.of());
        int port = server.getLocalPort();
        sink.open(context);
        server.accept().close();
        server.close();
        TextDelivery delivery = new TextDelivery("kept", 1);
        // when
        assertThatThrownBy(() -> sink.send(delivery))
                .isInstanceOfSatisfying(
                        HaumeaException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("rule1")
                .hasMessageContaining("can't reach tcp://127.0.0.1:" + port);
        // then
        assertThat(context.statuses())
                .last()
                .extracting(Status::state)
                .isEqualTo(Status.State.DISCONNECTED);
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        sink.send(delivery);
        try (Socket accepted = server.accept();
                BufferedReader lines = reader(accepted)) {
            assertThat(lines.readLine()).isEqualTo("kept");
        }
        assertThat(context.statuses()).last().isEqualTo(Status.connected());
        sink.close();
    }

    @Test
    void whenTheServerIsAwayAtFirst_thenOpenIsRetryable() throws IOException {
        // given
        TcpSink sink = sink(Map.of());
        server.close();
        // when, then
        assertThatThrownBy(() -> sink.open(context))
                .isInstanceOfSatisfying(
                        HaumeaException.class, e -> assertThat(e.retryable()).isTrue());
        sink.close();
    }

    @Test
    void whenALineIsTooLong_thenItIsGivenUpAndTheNextOneGoesOut() throws IOException {
        // given
        TcpSink sink = sink(Map.of("maxLine", 4));
        sink.open(context);
        // when
        assertThatThrownBy(() -> sink.send(new TextDelivery("12345", 1)))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> {
                            assertThat(e.retryable()).isFalse();
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD);
                        });
        sink.send(new TextDelivery("1234", 2));
        // then
        try (Socket accepted = server.accept();
                BufferedReader lines = reader(accepted)) {
            assertThat(lines.readLine()).isEqualTo("1234");
        }
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:7000", "http://127.0.0.1:7000", "tcp://127.0.0.1", "tcp:x"})
    void whenTheServerIsNoTcpAddress_thenTheMessageShowsOne(String address) {
        assertThatThrownBy(() -> options(Map.of("server", address)))
                .isInstanceOf(HaumeaException.class)
                .hasMessageContaining("tcp sink property server is '" + address + "'")
                .hasMessageContaining("such as tcp://127.0.0.1:");
    }

    @Test
    void whenNoServerIsGiven_thenThatIsSaid() {
        assertThatThrownBy(() -> options(Map.of()))
                .hasMessage("tcp sink is missing property server");
    }

    @Test
    void whenOptionsAreShown_thenTheTokenIsNot() {
        TcpOptions options = options(Map.of("server", "tcp://h:1", "token", "s3cret"));

        assertThat(options.toString()).doesNotContain("s3cret");
        assertThat(Options.describe(TcpOptions.class))
                .filteredOn(OptionSpec::secret)
                .extracting(OptionSpec::key)
                .containsExactly("token");
    }

    private TcpSink sink(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("server", "tcp://127.0.0.1:" + server.getLocalPort());
        return new TcpSink(options(values));
    }

    private static TcpOptions options(Map<String, Object> values) {
        return Options.read(new TcpSinkFactory().options(), values, "tcp sink");
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }
}
