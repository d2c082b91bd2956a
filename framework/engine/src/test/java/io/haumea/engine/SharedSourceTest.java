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
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedSourceTest {

    private static final String SQL = "select a from demo";

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink first = new FakeSink();
    private final FakeSink second = new FakeSink();
    private final StreamDefinition stream = EngineBench.stream("live");

    @BeforeEach
    void offer() {
        bench.plugins
                .source("live", Sharing.LIVE, spec -> source.create())
                .sink("first", spec -> first.create())
                .sink("second", spec -> second.create());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whenTwoRulesRead_thenTheSourceIsOpenedOnceAndClosedAfterTheLast() {
        // given
        RunningRule one = bench.start(EngineBench.rule("one", stream, SQL, "first"));
        RunningRule two = bench.start(EngineBench.rule("two", stream, SQL, "second"));
        source.emit("{\"a\":1}");
        first.await(1);
        second.await(1);

        // when
        Await.done(one.stop());
        source.emit("{\"a\":2}");

        // then
        assertThat(second.await(2)).containsExactly("[{\"a\":1}]", "[{\"a\":2}]");
        assertThat(first.received()).hasSize(1);
        assertThat(source.opened()).isOne();
        assertThat(source.closed()).isZero();
        Await.done(two.stop());
        assertThat(source.closed()).isOne();
        assertThat(bench.plugins.leases()).isZero();
    }

    @Test
    void whenRulesComeAndGoWhileOthersReadOn_thenEveryRunningRuleGetsMessages() throws Exception {
        // given: the last rule goes while the next one comes, again and again
        RunningRule before = bench.start(EngineBench.rule("r0", stream, SQL, "first"));
        for (int i = 1; i <= 100; i++) {
            RunningRule leaving = before;
            CountDownLatch go = new CountDownLatch(1);
            Thread stopper =
                    new Thread(
                            () -> {
                                go.countDown();
                                leaving.stop();
                            });
            stopper.start();
            Await.open(go);

            // when
            RunningRule next = bench.start(EngineBench.rule("r" + i, stream, SQL, "second"));
            stopper.join();
            Await.done(leaving.stop());
            int seen = second.received().size();
            source.context().emit(FakeSource.json("{\"a\":" + i + "}"));

            // then
            second.await(seen + 1);
            before = next;
        }
        Await.done(before.stop());
        assertThat(source.opened()).isEqualTo(source.closed());
    }

    @Test
    void whenOneRuleIsStuck_thenItAloneLosesMessagesAndTheyAreCounted() throws Exception {
        // given: a rule whose function waits
        CountDownLatch release = new CountDownLatch(1);
        ScalarFunction wait =
                ScalarFunction.named("wait")
                        .call(
                                arguments -> {
                                    try {
                                        Await.open(release);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return arguments[0];
                                });
        RunningRule stuck =
                bench.start(
                        EngineBench.ruleWith(
                                wait, stream, "select wait(a) as a from demo", "first"));
        RunningRule quick =
                bench.start(
                        EngineBench.rule(
                                "quick", stream, SQL, Map.of("cacheLength", 100_000), "second"));

        // when
        for (int i = 0; i < 50_000; i++) {
            source.context().emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }
        List<String> quickly = second.await(50_000);
        long dropped = EngineBench.metrics(stuck, "source").dropped();
        release.countDown();

        // then
        assertThat(quickly.get(49_999)).isEqualTo("[{\"a\":49999}]");
        assertThat(EngineBench.metrics(quick, "source").dropped()).isZero();
        assertThat(dropped).isBetween(30_000L, 34_000L);
        Await.until(
                "what was accepted is worked off",
                () -> EngineBench.metrics(stuck, "source").recordsIn() == 50_000 - dropped);
    }

    @Test
    void whenPayloadIsMalformed_thenItIsCountedAndKeptAndTheNextOneWorks() {
        // given
        RunningRule rule = bench.start(EngineBench.rule("r", stream, SQL, "first"));

        // when
        source.emit("{\"a\":");
        source.emit("nonsense");
        source.emit("{\"a\":1}");

        // then
        assertThat(first.await(1)).containsExactly("[{\"a\":1}]");
        NodeMetrics metrics = EngineBench.metrics(rule, "source");
        assertThat(metrics.exceptions()).isEqualTo(2);
        assertThat(metrics.lastException()).contains("not valid JSON");
        assertThat(metrics.recordsIn()).isOne();
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void whenTheSourceRejects_thenThatIsCountedToo() {
        // given
        RunningRule rule = bench.start(EngineBench.rule("r", stream, SQL, "first"));

        // when
        for (int i = 0; i < 1000; i++) {
            source.context().reject(new HaumeaException(ErrorCode.INVALID_PAYLOAD, "number " + i));
        }

        // then
        Await.until(
                "all are counted", () -> EngineBench.metrics(rule, "source").exceptions() == 1000);
        assertThat(EngineBench.metrics(rule, "source").lastException()).isEqualTo("number 999");
    }

    @Test
    void whenTheSourceFails_thenItsRulesStopWithTheCauseAndTheNextRuleOpensItAnew() {
        // given
        bench.start(EngineBench.rule("one", stream, SQL, "first"));
        bench.start(EngineBench.rule("two", stream, SQL, "second"));
        IllegalStateException cause = new IllegalStateException("gone");

        // when
        source.context().fail(cause);

        // then
        Await.until("both heard", () -> bench.failures.size() == 2);
        assertThat(bench.failures).containsOnly(cause);
        Await.until("leases are back", () -> bench.plugins.leases() == 0);
        RunningRule again = bench.start(EngineBench.rule("one", stream, SQL, "first"));
        source.emit("{\"a\":1}");
        assertThat(first.await(1)).hasSize(1);
        Await.done(again.stop());
    }

    @Test
    void whenManyRulesReadOneSource_thenAllGetAllMessages() {
        // given
        List<RunningRule> rules = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rules.add(bench.start(EngineBench.rule("r" + i, stream, SQL, "first")));
        }

        // when
        for (int i = 0; i < 10; i++) {
            source.emit("{\"a\":" + i + "}");
        }

        // then
        first.await(20_000);
        rules.forEach(rule -> rule.stop());
        rules.forEach(rule -> Await.done(rule.stop()));
        assertThat(source.opened()).isOne();
        assertThat(source.closed()).isOne();
        assertThat(bench.plugins.leases()).isZero();
    }

    @Test
    void whenOneSourceClosesSlowly_thenTheNextOpensOnlyAfterIt() throws Exception {
        // given: three rules one after the other, of which the first source takes long to close
        List<String> events = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        bench.plugins.source(
                "live",
                Sharing.LIVE,
                spec -> new SlowlyClosing(made.incrementAndGet(), events, release));
        RunningRule one = bench.start(EngineBench.rule("r", stream, SQL, "first"));
        Await.until("one is open", () -> events.contains("open 1"));
        one.stop();
        RunningRule two = bench.start(EngineBench.rule("r", stream, SQL, "first"));
        two.stop();

        // when
        RunningRule three = bench.start(EngineBench.rule("r", stream, SQL, "first"));
        release.countDown();

        // then
        Await.until("three is open", () -> events.contains("open 3"));
        assertThat(events.indexOf("close 1")).isLessThan(events.indexOf("open 3"));
        Await.done(three.stop());
    }

    @Test
    void whenAPluginTakesLongToMakeASource_thenRulesOnOtherStreamsStart() throws Exception {
        // given
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        bench.plugins.source(
                "slow",
                Sharing.LIVE,
                spec -> {
                    made.countDown();
                    try {
                        Await.open(release);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new FakeSource().create();
                });
        StreamDefinition slow = EngineBench.stream("slow");
        Thread starter =
                new Thread(() -> bench.start(EngineBench.rule("slow", slow, SQL, "second")));
        starter.start();
        Await.open(made);

        // when
        bench.start(EngineBench.rule("r", stream, SQL, "first"));
        source.emit("{\"a\":1}");

        // then
        assertThat(first.await(1)).hasSize(1);
        release.countDown();
        starter.join();
    }

    private record SlowlyClosing(int number, List<String> events, CountDownLatch release)
            implements io.haumea.sdk.source.Source {
        @Override
        public void open(io.haumea.sdk.source.SourceContext context) {
            events.add("open " + number);
        }

        @Override
        public void close() throws Exception {
            if (number == 1) {
                Await.open(release);
            }
            events.add("close " + number);
        }
    }
}
