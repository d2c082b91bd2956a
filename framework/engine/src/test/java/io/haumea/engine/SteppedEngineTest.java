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
package io.haumea.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakePlugins;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An engine whose time and turns the caller decides. */
class SteppedEngineTest {

    private static final StreamDefinition STREAM = EngineBench.stream("private");
    private static final String WINDOW =
            "select count(*) as c from demo group by tumblingwindow(ss, 1)";

    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();
    private final List<Throwable> defects = new ArrayList<>();
    private final FakePlugins plugins =
            new FakePlugins()
                    .source("private", Sharing.PRIVATE, spec -> source.create())
                    .sink("out", spec -> sink.create());
    private final SteppedEngine engine =
            new SteppedEngine(plugins, 500, () -> new SplittableRandom(1), defects::add);

    @AfterEach
    void close() {
        engine.close();
        assertThat(defects).isEmpty();
        assertThat(plugins.leases()).isZero();
    }

    @Test
    void whenNobodySettles_thenNothingHappens() {
        // when
        engine.start(EngineBench.rule("r", STREAM, "select a from demo", "out"), cause -> {});

        // then
        assertThat(source.opened()).isZero();
        engine.settle();
        assertThat(source.opened()).isOne();
    }

    @Test
    void whenAMessageIsEmitted_thenItsResultIsThereAfterSettling() {
        // given
        engine.start(EngineBench.rule("r", STREAM, "select a from demo", "out"), cause -> {});
        engine.settle();

        // when
        source.emit("{\"a\":1}");
        engine.settle();

        // then
        assertThat(sink.received()).containsExactly("[{\"a\":1}]");
    }

    @Test
    void whenTimeMovesOverTheEndOfAWindow_thenItFiresWhenItIsDue() {
        // given
        engine.start(EngineBench.rule("r", STREAM, WINDOW, "out"), cause -> {});
        engine.settle();
        source.emit("{\"a\":1}");
        engine.settle();

        // when
        engine.advanceTo(1_499);
        List<String> before = sink.received();
        engine.advanceTo(1_500);

        // then
        assertThat(before).isEmpty();
        assertThat(sink.received()).containsExactly("[{\"c\":1}]");
        assertThat(engine.nowMillis()).isEqualTo(1_500);
    }

    @Test
    void whenOneRuleHasALargeWindow_thenAnotherGetsItsTurnBeforeItsEnd() {
        // given
        FakeSource other = new FakeSource();
        plugins.source("other", Sharing.PRIVATE, spec -> other.create());
        String large = "select a from demo group by countwindow(50000) order by a desc";
        engine.start(EngineBench.rule("large", STREAM, large, "out"), cause -> {});
        engine.start(
                EngineBench.rule("small", EngineBench.stream("other"), "select b from demo", "out"),
                cause -> {});
        engine.settle();
        for (int i = 1; i < 50_000; i++) {
            source.emit("{\"a\":" + i + "}");
            if (i % 1000 == 0) {
                engine.settle();
            }
        }
        engine.settle();

        // when
        source.emit("{\"a\":0}");
        other.emit("{\"b\":1}");
        engine.settle();

        // then
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.received().get(0)).isEqualTo("[{\"b\":1}]");
        assertThat(sink.received().get(1)).startsWith("[{\"a\":49999},{\"a\":49998}");
    }

    @Test
    void whenASinkNeverAnswersItsLastDelivery_thenTheEngineStillCloses() {
        // given
        plugins.sink("silent", spec -> silent());
        engine.start(EngineBench.rule("r", STREAM, "select a from demo", "silent"), cause -> {});
        engine.settle();
        source.emit("{\"a\":1}");
        engine.settle();

        // when
        engine.close();

        // then
        assertThat(engine.nowMillis()).isGreaterThan(500);
    }

    private static Sink silent() {
        return new Silent();
    }

    private static final class Silent implements AsyncSink {
        @Override
        public void open(SinkContext context) {}

        @Override
        public void send(Delivery delivery) {}

        @Override
        public CompletableFuture<Void> sendAsync(Delivery delivery) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}
