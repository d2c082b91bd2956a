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
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveryTest {

    private static final String SQL = "select a from demo";

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();
    private final FakeSink other = new FakeSink();
    private final StreamDefinition stream = EngineBench.stream("live");

    @BeforeEach
    void offer() {
        bench.plugins
                .source("live", Sharing.LIVE, spec -> source.create())
                .sink("out", spec -> sink.create())
                .sink("other", spec -> other.create());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RunningRule start(Map<String, Object> properties, String... sinks) {
        return bench.start(EngineBench.rule("r", stream, SQL, Map.copyOf(properties), sinks));
    }

    private void emit(int from, int to) {
        for (int i = from; i < to; i++) {
            source.emit("{\"a\":" + i + "}");
        }
    }

    private static List<String> results(int from, int to) {
        List<String> expected = new ArrayList<>();
        for (int i = from; i < to; i++) {
            expected.add("[{\"a\":" + i + "}]");
        }
        return expected;
    }

    @Test
    void whenSinksAreOpen_thenTheirNamesAreThoseOfThisServerAndUnlikeEachOther() {
        // given
        RunningRule rule = start(Map.of(), "out", "other");

        // when
        Await.until("both are open", () -> sink.opened() == 1 && other.opened() == 1);

        // then
        String one = name(sink);
        assertThat(one).matches("test-[a-zA-Z0-9_-]+").isNotEqualTo(name(other));
        Await.done(rule.stop());
    }

    private static String name(FakeSink open) {
        SinkContext context = open.context();
        return context == null ? "" : context.instanceName();
    }

    @Test
    void whenSendFailsForAWhile_thenTheSameDeliveryIsTriedAgainInOrder() {
        // given: every third attempt works
        AtomicInteger attempts = new AtomicInteger();
        sink.onSend(
                delivery -> {
                    if (attempts.incrementAndGet() % 3 != 0) {
                        throw new IOException("away");
                    }
                });
        RunningRule rule = start(Map.of("retryInterval", 1), "out");

        // when
        emit(0, 200);

        // then
        assertThat(sink.await(200)).isEqualTo(results(0, 200));
        NodeMetrics metrics = EngineBench.metrics(rule, "sink");
        assertThat(metrics.exceptions()).isEqualTo(400);
        assertThat(metrics.lastException()).contains("away");
        Await.until("all are out", () -> EngineBench.metrics(rule, "sink").recordsOut() == 200);
    }

    @Test
    void whenNoRetryIsWanted_thenWhatFailsIsGivenUp() {
        // given
        sink.onSend(
                delivery -> {
                    if (new String(delivery.payload(), java.nio.charset.StandardCharsets.UTF_8)
                            .contains(":1}")) {
                        throw new IOException("away");
                    }
                });
        start(Map.of("retryInterval", 0), "out");

        // when
        emit(0, 3);

        // then
        assertThat(sink.await(2)).containsExactly("[{\"a\":0}]", "[{\"a\":2}]");
    }

    @Test
    void whenSinkIsInterruptedByItself_thenTheDeliveryIsTriedAgain() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        sink.onSend(
                delivery -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new InterruptedException("of the plugin's own");
                    }
                });
        start(Map.of("retryInterval", 1), "out");

        // when
        emit(0, 2);

        // then
        assertThat(sink.await(2)).isEqualTo(results(0, 2));
    }

    @Test
    void whenSinkIsAwayAtOpen_thenItIsTriedAgainAndTheStatusSaysSo() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        sink.onOpen(
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new HaumeaException(ErrorCode.UNREACHABLE, "no route");
                    }
                });

        // when
        RunningRule rule = start(Map.of(), "out");
        emit(0, 5);

        // then
        Await.until(
                "the status tells",
                () -> EngineBench.metrics(rule, "sink").status().contains("no route"));
        assertThat(sink.await(5)).isEqualTo(results(0, 5));
        assertThat(EngineBench.metrics(rule, "sink").status()).isEqualTo("connected");
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void whenSinkCanNeverOpen_thenTheRuleStopsWithTheCause() {
        // given
        HaumeaException cause = new HaumeaException(ErrorCode.REFUSED, "wrong password");
        sink.onOpen(
                () -> {
                    throw cause;
                });

        // when
        start(Map.of(), "out");

        // then
        Await.until("it is told", () -> bench.failures.contains(cause));
        Await.until("leases are back", () -> bench.plugins.leases() == 0);
        assertThat(source.opened()).isEqualTo(source.closed());
    }

    @Test
    void whenSinksBlockForEver_thenNobodyElseIsHeldAndStopIsQuick() {
        // given: sinks that are stuck at each step, and listen to an interrupt or not
        CountDownLatch release = new CountDownLatch(1);
        List<FakeSink> stuck = new ArrayList<>();
        List<RunningRule> rules = new ArrayList<>();
        for (boolean deaf : new boolean[] {false, true}) {
            FakeSink.Step block = () -> block(release, deaf);
            stuck.add(new FakeSink().onSend(delivery -> block.run()));
            stuck.add(new FakeSink().onOpen(block));
            stuck.add(new FakeSink().onClose(block));
        }
        for (FakeSink one : stuck) {
            String type = "stuck" + rules.size();
            bench.plugins.sink(type, spec -> one.create());
            rules.add(bench.start(EngineBench.rule(type, stream, SQL, type, "other")));
        }
        RunningRule neighbour = bench.start(EngineBench.rule("n", stream, SQL, "out"));

        // when
        emit(0, 100);
        other.await(600);
        rules.forEach(rule -> rule.stop());
        long millis = rules.stream().mapToLong(rule -> Await.done(rule.stop())).sum();

        // then
        assertThat(millis).isLessThan(3_500);
        emit(100, 101);
        assertThat(sink.await(101)).isEqualTo(results(0, 101));
        Await.done(neighbour.stop());
        assertThat(bench.plugins.leases()).isZero();
        release.countDown();
        Await.until("all are closed", () -> stuck.stream().allMatch(one -> one.closed() == 1));
    }

    private static void block(CountDownLatch release, boolean deaf) throws InterruptedException {
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            if (Thread.interrupted() && !deaf) {
                throw new InterruptedException();
            }
        }
    }

    @Test
    void whenRuleStops_thenWhatWaitsIsStillDelivered() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        sink.onSend(
                delivery -> {
                    begun.countDown();
                    Await.open(release);
                });
        RunningRule rule = start(Map.of(), "out");
        emit(0, 300);
        Await.open(begun);
        Await.until(
                "all are in the outbox",
                () -> EngineBench.metrics(rule, "sink").recordsIn() == 300);

        // when
        rule.stop();
        release.countDown();
        Await.done(rule.stop());

        // then
        assertThat(sink.received()).isEqualTo(results(0, 300));
        assertThat(sink.closed()).isOne();
    }

    @Test
    void whenSingleRowsAndOmittingEmptyOnesIsWanted_thenSo() {
        // given
        start(Map.of("sendSingle", true, "omitIfEmpty", true), "out");

        // when
        source.emit("{\"b\":1}");
        source.emit("{\"a\":1}");

        // then
        assertThat(sink.await(1)).containsExactly("{\"a\":1}");
    }

    @Test
    void whenResultCannotBeWritten_thenTheSinkGetsAnError() {
        // given
        bench.start(EngineBench.rule("r", stream, "select a * 1.5 as x from demo", "out"));

        // when
        source.context()
                .emit(
                        io.haumea.sdk.data.Message.fields(
                                Map.of("a", Double.NaN), io.haumea.sdk.data.Metadata.NONE));

        // then
        assertThat(sink.await(1))
                .containsExactly(
                        "[{\"error\":\"run Select error: json: unsupported value: NaN\"}]");
    }
}
