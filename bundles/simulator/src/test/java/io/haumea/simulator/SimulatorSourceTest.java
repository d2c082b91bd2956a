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
package io.haumea.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.samples.BundleManifest;
import io.haumea.samples.ManualContext;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.source.Rewindable;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sdk.state.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatorSourceTest {

    private final ManualContext context = new ManualContext();

    @Test
    void whenNothingIsConfigured_thenThreeDevicesSendTenMessagesPerSecond() throws Exception {
        // given
        source(Map.of(), "").open(context);
        // when
        context.advance(Duration.ofSeconds(2));
        // then
        List<String> messages = texts(context.drain());
        assertThat(messages).hasSize(20);
        assertThat(messages.get(0)).startsWith("{\"device\":\"dev-1\",").contains("\"seq\":1,");
        assertThat(messages.get(2)).startsWith("{\"device\":\"dev-3\",");
        assertThat(messages.get(3)).startsWith("{\"device\":\"dev-1\",");
        assertThat(messages.get(19)).endsWith("\"seq\":20,\"ts\":1700000002000}");
        assertThat(context.statuses()).containsExactly(Status.connected());
    }

    @Test
    void whenTheRateIsHigh_thenBurstsKeepIt() throws Exception {
        // given
        source(Map.of("rate", 50_000), "").open(context);
        // when
        context.advance(Duration.ofSeconds(1));
        // then
        assertThat(context.drain()).hasSize(50_000);
    }

    @Test
    void whenTheMachineWasAsleep_thenTheGapIsNotSentAtOnce() throws Exception {
        // given
        source(Map.of("rate", 10), "").open(context);
        context.jump(Duration.ofHours(1));
        // when
        context.advance(Duration.ZERO);
        // then
        assertThat(context.drain()).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void whenADatasourceIsGiven_thenItNamesTheDevices() throws Exception {
        // given
        source(Map.of(), "çay").open(context);
        // when
        context.advance(Duration.ofSeconds(1));
        // then
        assertThat(texts(context.drain()).get(0)).startsWith("{\"device\":\"çay-1\",");
    }

    @Test
    void whenTheCountIsReached_thenTheSequenceEnds() throws Exception {
        // given
        source(Map.of("count", 5), "").open(context);
        // when
        context.advance(Duration.ofMinutes(1));
        // then
        assertThat(context.drain()).hasSize(5);
    }

    @Test
    void whenClosed_thenNothingComesAnyMore() throws Exception {
        // given
        Rewindable source = source(Map.of(), "");
        source.open(context);
        context.advance(Duration.ofSeconds(1));
        // when
        source.close();
        context.advance(Duration.ofMinutes(1));
        // then
        assertThat(context.drain()).hasSize(10);
    }

    @Test
    void whenRewound_thenTheSameReadingsComeAgain() throws Exception {
        // given
        Map<String, Object> options = Map.of("rate", 0, "count", 1_000, "devices", 7);
        source(options, "").open(context);
        List<Message> all = context.drain();
        Rewindable again = source(options, "");
        // when
        again.rewind(all.get(399).offset().orElseThrow());
        again.open(context);
        // then
        assertThat(texts(context.drain())).isEqualTo(texts(all.subList(400, 1_000)));
    }

    @Test
    void whenTheOffsetIsForeign_thenThatIsSaid() {
        assertThatThrownBy(() -> source(Map.of(), "").rewind("line 5"))
                .isInstanceOf(HaumeaException.class)
                .hasMessageContaining("'line 5'");
    }

    @Test
    void whenAsFastAsPossible_thenItWaitsForTheEngineAndEndsWhenClosed() throws Exception {
        // given
        ExecutorService threads = Executors.newSingleThreadExecutor();
        ManualContext slow = new ManualContext(threads, 5);
        Rewindable source = source(Map.of("rate", 0), "");
        // when
        source.open(slow);
        Message first = slow.emitted().poll(10, TimeUnit.SECONDS);
        for (int i = 0; i < 1_000; i++) {
            assertThat(slow.emitted().poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        // then
        assertThat(first).isNotNull();
        assertThat(first.offset()).contains(1L);
        assertThat(slow.emitted()).hasSizeLessThanOrEqualTo(5);
        source.close();
        threads.shutdown();
        while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            slow.drain();
        }
        assertThat(slow.failures()).isEmpty();
    }

    @Test
    void whenOptionsAreOutOfRange_thenTheMessageNamesTheRange() {
        assertThatThrownBy(() -> source(Map.of("devices", 0), ""))
                .hasMessage("simulator source property devices is '0', but must be 1 to 100000");
        assertThatThrownBy(() -> source(Map.of("rate", -1), "")).hasMessageContaining("rate");
        assertThatThrownBy(() -> source(Map.of("rate", "NaN"), "")).hasMessageContaining("rate");
        assertThatThrownBy(() -> source(Map.of("count", -1), "")).hasMessageContaining("count");
        assertThatThrownBy(() -> source(Map.of(), "a\"b")).hasMessageContaining("stream demo");
    }

    @Test
    void whenTheBundleIsMade_thenItImportsTheSdkAloneAndExportsNothing() throws IOException {
        BundleManifest manifest = BundleManifest.read();

        assertThat(manifest.imports())
                .contains("io.haumea.sdk.config")
                .allMatch(name -> name.startsWith("io.haumea.sdk."));
        assertThat(manifest.names("Export-Package")).isEmpty();
    }

    private static Rewindable source(Map<String, Object> values, String dataSource) {
        SimulatorSourceFactory factory = new SimulatorSourceFactory();
        SimulatorOptions options = Options.read(factory.options(), values, "simulator source");
        return (Rewindable) factory.create(options, new Demo(dataSource));
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> new String(message.payload(), UTF_8)).toList();
    }

    private record Demo(String dataSource) implements SourceSpec {
        @Override
        public String stream() {
            return "demo";
        }

        @Override
        public Schema schema() {
            return Schema.NONE;
        }
    }
}
