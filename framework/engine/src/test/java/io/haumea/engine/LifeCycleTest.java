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

import io.haumea.engine.fixture.Await;
import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LifeCycleTest {

    private static final String SQL = "select a from demo";

    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();

    private EngineBench offer(EngineBench bench, Sharing sharing) {
        bench.plugins
                .source("in", sharing, spec -> source.create())
                .sink("out", spec -> sink.create());
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void whenRuleIsRestartedUnderLoad_thenItNeverHangsAndGivesEverythingBack(Sharing sharing)
            throws Exception {
        // given
        try (EngineBench bench = offer(new EngineBench(), sharing)) {
            StreamDefinition stream = EngineBench.stream("in");
            AtomicBoolean going = new AtomicBoolean(true);
            Thread load =
                    new Thread(
                            () -> {
                                while (going.get()) {
                                    source.instances()
                                            .forEach(
                                                    one ->
                                                            one.context()
                                                                    .emit(
                                                                            Message.fields(
                                                                                    Map.of("a", 1L),
                                                                                    Metadata
                                                                                            .NONE)));
                                }
                            });
            load.start();

            // when
            for (int i = 0; i < 100; i++) {
                RunningRule rule = bench.start(EngineBench.rule("r", stream, SQL, "out"));
                if (i % 3 == 0) {
                    Await.until("it runs", () -> EngineBench.metrics(rule, "sink").recordsIn() > 0);
                }
                Await.done(rule.stop());
            }
            going.set(false);
            load.join();

            // then
            assertThat(bench.plugins.leases()).isZero();
            assertThat(source.instances()).isEmpty();
            assertThat(source.opened()).isLessThanOrEqualTo(source.closed());
            assertThat(sink.closed()).isEqualTo(100);
            assertThat(bench.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenRuleItselfFails_thenItEndsWhollyAndTellsWhy(Sharing sharing) {
        // given
        try (EngineBench bench = offer(new EngineBench(), sharing)) {
            StreamDefinition stream = EngineBench.stream("in");
            bench.start(EngineBench.rule("r", stream, "select a from demo where a > 1", "out"));

            // when: a value that the SDK doesn't allow, and that can't even be shown
            source.context().emit(Message.fields(Map.of("a", new Unshowable()), Metadata.NONE));

            // then
            Await.until("it is told", () -> bench.failures.size() == 1);
            assertThat(bench.failures.get(0)).hasMessage("can't be shown");
            Await.until("leases are back", () -> bench.plugins.leases() == 0);
            assertThat(sink.closed()).isOne();
        }
    }

    private static final class Unshowable {
        @Override
        public String toString() {
            throw new StackOverflowError("can't be shown");
        }
    }

    @Test
    void whenMessageItselfFails_thenItIsCountedAndTheNextOneWorks() {
        // given
        try (EngineBench bench = offer(new EngineBench(), Sharing.PRIVATE)) {
            RunningRule rule =
                    bench.start(EngineBench.rule("r", EngineBench.stream("in"), SQL, "out"));

            // when
            source.context().emit(Message.fields(new Exploding(), Metadata.NONE));
            source.context().emit(Message.fields(Map.of("a", 2L), Metadata.NONE));

            // then
            assertThat(sink.await(1)).containsExactly("[{\"a\":2}]");
            assertThat(EngineBench.metrics(rule, "source").lastException())
                    .contains("of a plugin's map");
        }
    }

    /** A map of a plugin's own that fails when it is read. */
    private static final class Exploding extends java.util.AbstractMap<String, Object> {
        @Override
        public java.util.Set<Entry<String, Object>> entrySet() {
            throw new StackOverflowError("of a plugin's map");
        }
    }

    @Test
    void whenTheClockLagsBehindTheTimer_thenTheWindowIsClosedAllTheSame() {
        // given: a clock that stands still, as one that is being set right may seem to
        AtomicLong now = new AtomicLong(1_000_000);
        try (EngineBench bench =
                offer(new EngineBench(() -> Instant.ofEpochMilli(now.get())), Sharing.LIVE)) {
            RunningRule rule =
                    bench.start(
                            EngineBench.rule(
                                    "r",
                                    EngineBench.stream("in"),
                                    "select count(*) as c from demo group by tumblingwindow(ms, 5)",
                                    "out"));
            source.emit("{\"a\":1}");
            Await.until("it waits", () -> EngineBench.metrics(rule, "source").recordsIn() == 1);
            long until = System.nanoTime() + 30_000_000;
            Await.until("the timer has rung", () -> System.nanoTime() > until);

            // when
            now.set(1_000_005);

            // then
            assertThat(sink.await(1)).containsExactly("[{\"c\":1}]");
        }
    }

    @Test
    void whenTheEngineIsClosed_thenAllRulesEndWithoutFailure() {
        // given
        EngineBench bench = offer(new EngineBench(), Sharing.LIVE);
        for (int i = 0; i < 50; i++) {
            bench.start(EngineBench.rule("r" + i, EngineBench.stream("in"), SQL, "out"));
        }
        source.emit("{\"a\":1}");
        sink.await(50);

        // when
        bench.close();

        // then
        assertThat(bench.plugins.leases()).isZero();
        assertThat(bench.failures).isEmpty();
        assertThat(sink.closed()).isEqualTo(50);
        assertThat(source.closed()).isOne();
    }

    @Test
    void whenPluginClockIsPlanned_thenTasksRunAndEndWithTheInstance() {
        // given
        try (EngineBench bench = offer(new EngineBench(), Sharing.LIVE)) {
            RunningRule rule =
                    bench.start(EngineBench.rule("r", EngineBench.stream("in"), SQL, "out"));
            AtomicLong runs = new AtomicLong();
            source.context().every(java.time.Duration.ofMillis(1), runs::incrementAndGet);
            Await.until("it ran", () -> runs.get() > 3);

            // when
            Await.done(rule.stop());
            long atEnd = runs.get();

            // then
            long until = System.nanoTime() + 20_000_000;
            Await.until("some time has passed", () -> System.nanoTime() > until);
            assertThat(runs.get()).isLessThanOrEqualTo(atEnd + 1);
        }
    }

    @Test
    void whenAggregateKillsTheRulesThread_thenTheRuleGoesOn() {
        // given
        AggregateFunction bad =
                AggregateFunction.named("bad")
                        .accumulator(
                                () -> {
                                    throw new StackOverflowError("no");
                                });
        try (EngineBench bench = offer(new EngineBench(), Sharing.LIVE)) {
            bench.start(
                    EngineBench.ruleWith(
                            bad, EngineBench.stream("in"), "select bad(a) as x from demo", "out"));

            // when
            source.emit("{\"a\":1}");
            source.emit("{\"a\":2}");

            // then
            assertThat(sink.await(2)).allMatch(text -> text.contains("StackOverflowError: no"));
        }
    }
}
