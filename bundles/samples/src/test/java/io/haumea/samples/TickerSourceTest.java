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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.config.Options;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.source.SourceType;
import io.haumea.sdk.state.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickerSourceTest {

    private final ManualContext context = new ManualContext();

    @Test
    void whenTimePasses_thenEachIntervalBringsTheNextNumber() {
        // given
        TickerSource source = new TickerSource(options(Map.of("interval", "500ms")));
        source.open(context);
        // when
        context.advance(Duration.ofMillis(1_700));
        // then
        assertThat(context.drain())
                .extracting(message -> message.fields())
                .containsExactly(
                        Map.of("count", 1L, "ts", 1_700_000_000_500L),
                        Map.of("count", 2L, "ts", 1_700_000_001_000L),
                        Map.of("count", 3L, "ts", 1_700_000_001_500L));
        assertThat(context.statuses()).containsExactly(Status.connected());
    }

    @Test
    void whenClosed_thenNothingComesAnyMore() {
        // given
        TickerSource source = new TickerSource(options(Map.of()));
        source.open(context);
        context.advance(Duration.ofSeconds(1));
        // when
        source.close();
        context.advance(Duration.ofSeconds(10));
        // then
        assertThat(context.drain()).hasSize(1);
    }

    @Test
    void whenClosedWithoutOpen_thenThatIsFine() {
        new TickerSource(options(Map.of())).close();

        assertThat(context.statuses()).isEmpty();
    }

    @Test
    void whenTheIntervalIsZero_thenTheMessageNamesTheOption() {
        assertThatThrownBy(() -> options(Map.of("interval", 0)))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                .hasMessage("ticker source property interval is 0, but must be at least 1 ms");
    }

    @Test
    void whenTheFactoryIsRead_thenItIsNamedTicker() {
        assertThat(TickerSourceFactory.class.getAnnotation(SourceType.class).value())
                .isEqualTo("ticker");
    }

    private static TickerOptions options(Map<String, Object> values) {
        return Options.read(new TickerSourceFactory().options(), values, "ticker source");
    }
}
