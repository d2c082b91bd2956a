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

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.fixture.Await;
import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RunningRule;
import io.haumea.engine.source.Weight;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sql.stream.StreamDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules on one live source when messages come faster than some of them can work. */
@Timeout(60)
class OverloadTest {

    private static final String SQL = "select a from demo";
    private static final Map<String, @Nullable Object> ROOM = Map.of("cacheLength", 100_000);
    private static final String SLOW_SQL = "select slow(a) as a from demo";

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink first = new FakeSink();
    private final FakeSink second = new FakeSink();
    private final StreamDefinition stream = EngineBench.stream("live");
    private volatile long nanosPerRow;
    private final ScalarFunction slow = ScalarFunction.named("slow").call(this::slowly);

    @BeforeEach
    void offer() {
        bench.plugins
                .source("live", Sharing.LIVE, spec -> source.create())
                .sink("first", spec -> first.create())
                .sink("second", spec -> second.create());
    }

    @AfterEach
    void close() {
        nanosPerRow = 0;
        bench.close();
    }

    private Object slowly(Object[] arguments) {
        long until = System.nanoTime() + nanosPerRow;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return arguments[0];
    }

    /** As fast as a client of a broker could at best. */
    private void emitPaced(int count) {
        SourceContext context = source.context();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long wait = began + i * TimeUnit.MICROSECONDS.toNanos(20) - System.nanoTime();
            if (wait > TimeUnit.MILLISECONDS.toNanos(1)) {
                LockSupport.parkNanos(wait);
            }
            context.emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }
    }

    private void emit(int count) {
        SourceContext context = source.context();
        for (int i = 0; i < count; i++) {
            context.emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }
    }

    private RunningRule startSlow() {
        return bench.start(EngineBench.ruleWith(slow, stream, SLOW_SQL, "first"));
    }

    @Test
    void whenABurstComes_thenARuleThatIsFastLosesNothing() {
        // given
        RunningRule rule = bench.start(EngineBench.rule("fast", stream, SQL, ROOM, "second"));

        // when
        emitPaced(100_000);

        // then
        List<String> received = second.await(100_000);
        assertThat(received.get(99_999)).isEqualTo("[{\"a\":99999}]");
        assertThat(rule.metrics()).allMatch(part -> part.dropped() == 0);
    }

    @Test
    void whenOneRuleIsSlow_thenItAloneLosesMessages() {
        // given
        nanosPerRow = TimeUnit.MILLISECONDS.toNanos(10);
        RunningRule slowRule = startSlow();
        RunningRule fast = bench.start(EngineBench.rule("fast", stream, SQL, ROOM, "second"));

        // when
        emitPaced(100_000);

        // then
        second.await(100_000);
        assertThat(fast.metrics()).allMatch(part -> part.dropped() == 0);
        nanosPerRow = 0;
        Await.until(
                "all are accounted for",
                () -> {
                    NodeMetrics metrics = EngineBench.metrics(slowRule, "source");
                    return metrics.recordsIn() + metrics.dropped() == 100_000;
                });
        assertThat(EngineBench.metrics(slowRule, "source").dropped()).isPositive();
    }

    @Test
    void whenTooMuchCameForAWhile_thenTheRuleRecoversByItself() {
        // given: several times as much as it can do, and more than can wait
        nanosPerRow = TimeUnit.MICROSECONDS.toNanos(300);
        RunningRule rule = startSlow();
        SourceContext context = source.context();
        long began = System.nanoTime();
        for (int i = 0; i < 30_000; i++) {
            long due = began + i * TimeUnit.MICROSECONDS.toNanos(33);
            LockSupport.parkNanos(due - System.nanoTime());
            context.emit(Message.fields(Map.of("a", 1L), Metadata.NONE));
        }
        nanosPerRow = 0;
        Await.until(
                "it has caught up",
                () -> {
                    NodeMetrics metrics = EngineBench.metrics(rule, "source");
                    return metrics.recordsIn() + metrics.dropped() == 30_000;
                });
        long dropped = EngineBench.metrics(rule, "source").dropped();
        assertThat(dropped).isPositive();

        // when
        emit(1_000);

        // then
        Await.until(
                "all the others arrive",
                () -> EngineBench.metrics(rule, "source").recordsIn() == 31_000 - dropped);
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void whenPayloadsAreLarge_thenFewOfThemWait() {
        // given
        nanosPerRow = TimeUnit.SECONDS.toNanos(1);
        RunningRule rule = startSlow();
        byte[] payload = ("{\"a\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(UTF_8);

        // when
        for (int i = 0; i < 200; i++) {
            source.context().emit(Message.payload(payload, Metadata.NONE));
        }

        // then
        long fit = Weight.limit() / payload.length;
        Await.until(
                "the others are dropped",
                () -> EngineBench.metrics(rule, "source").dropped() >= 200 - 4 * fit);
        nanosPerRow = 0;
        Await.until(
                "all are accounted for",
                () -> {
                    NodeMetrics metrics = EngineBench.metrics(rule, "source");
                    return metrics.recordsIn() + metrics.dropped() == 200;
                });
    }

    @Test
    void whenThereIsNoRoom_thenWhatCouldNotBeReadCountsAsDroppedToo() {
        // given
        nanosPerRow = TimeUnit.SECONDS.toNanos(1);
        RunningRule rule = startSlow();
        emit(1);

        // when
        for (int i = 0; i < 50_000; i++) {
            source.emit("{");
        }

        // then
        nanosPerRow = 0;
        Await.until(
                "all are accounted for",
                () -> {
                    NodeMetrics metrics = EngineBench.metrics(rule, "source");
                    return metrics.exceptions() + metrics.dropped() == 50_000;
                });
        assertThat(EngineBench.metrics(rule, "source").dropped()).isPositive();
    }

    @Test
    void whenARuleThatIsBehindIsStopped_thenItEndsSoonAndCountsWhatItLeaves() {
        // given
        nanosPerRow = TimeUnit.MILLISECONDS.toNanos(10);
        RunningRule rule = startSlow();
        emit(10_000);
        Await.until("all wait", () -> received(rule) + waiting(rule) >= 10_000);

        // when
        long millis = Await.done(rule.stop());

        // then
        assertThat(millis).isLessThan(4_000);
        NodeMetrics metrics = EngineBench.metrics(rule, "source");
        assertThat(metrics.recordsIn() + metrics.dropped()).isEqualTo(10_000);
    }

    private static long received(RunningRule rule) {
        return EngineBench.metrics(rule, "source").recordsIn();
    }

    private static long waiting(RunningRule rule) {
        return EngineBench.metrics(rule, "op").bufferLength();
    }
}
