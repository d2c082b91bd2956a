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
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sql.stream.StreamDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PrivateSourceTest {

    private static final String SQL = "select a from demo";

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();
    private final StreamDefinition stream = EngineBench.stream("private");

    @BeforeEach
    void offer() {
        bench.plugins
                .source("private", Sharing.PRIVATE, spec -> source.create())
                .sink("out", spec -> sink.create());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whenTwoRulesRead_thenEachHasASourceOfItsOwn() {
        // given
        RunningRule one = bench.start(EngineBench.rule("one", stream, SQL, "out"));
        RunningRule two = bench.start(EngineBench.rule("two", stream, SQL, "out"));
        Await.until("both are open", () -> source.instances().size() == 2);

        // when
        source.instances().get(0).context().emit(FakeSource.json("{\"a\":1}"));

        // then
        assertThat(sink.await(1)).containsExactly("[{\"a\":1}]");
        assertThat(source.instances().get(0).context().instanceName())
                .isNotEqualTo(source.instances().get(1).context().instanceName());
        Await.done(one.stop());
        Await.done(two.stop());
        assertThat(source.closed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 100, 1})
    void whenTheSinkIsSlow_thenEveryMessageArrivesInOrder(int cacheLength) {
        // given: a sink that stops to think every now and then
        AtomicInteger count = new AtomicInteger();
        sink.onSend(
                delivery -> {
                    if (count.incrementAndGet() % 2_000 == 0) {
                        LockSupport.parkNanos(100_000);
                    }
                });
        RunningRule rule =
                bench.start(
                        EngineBench.rule(
                                "r", stream, SQL, Map.of("cacheLength", cacheLength), "out"));
        SourceContext context = source.context();
        int messages = cacheLength == 1024 ? 100_000 : 20_000;

        // when
        for (int i = 0; i < messages; i++) {
            context.emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }

        // then
        List<String> received = sink.await(messages);
        for (int i = 0; i < messages; i++) {
            assertThat(received.get(i)).isEqualTo("[{\"a\":" + i + "}]");
        }
        assertThat(EngineBench.metrics(rule, "source").dropped()).isZero();
        assertThat(EngineBench.metrics(rule, "sink").dropped()).isZero();
    }

    @Test
    void whenTheSinkStandsStill_thenTheSourceWaitsAndIsReleasedByTheStop() throws Exception {
        // given
        CountDownLatch never = new CountDownLatch(1);
        sink.onSend(delivery -> never.await());
        RunningRule rule = bench.start(EngineBench.rule("r", stream, SQL, "out"));
        SourceContext context = source.context();
        AtomicInteger emitted = new AtomicInteger();
        Thread emitter =
                new Thread(
                        () -> {
                            for (int i = 0; i < 100_000; i++) {
                                context.emit(Message.fields(Map.of("a", 1L), Metadata.NONE));
                                emitted.incrementAndGet();
                            }
                        });
        emitter.start();
        Await.until("it waits", () -> emitter.getState() == Thread.State.WAITING);
        assertThat(emitted.get()).isLessThan(30_000);

        // when
        long millis = Await.done(rule.stop());

        // then
        emitter.join(2_000);
        assertThat(emitter.isAlive()).isFalse();
        assertThat(millis).isLessThan(4_000);
        assertThat(bench.plugins.leases()).isZero();
        never.countDown();
    }

    @Test
    void whenNothingButRejectsComeWhileTheSinkStandsStill_thenTheyDontPileUp() throws Exception {
        // given
        CountDownLatch release = new CountDownLatch(1);
        sink.onSend(delivery -> Await.open(release));
        RunningRule rule =
                bench.start(EngineBench.rule("r", stream, SQL, Map.of("cacheLength", 1), "out"));
        SourceContext context = source.context();
        context.emit(FakeSource.json("{\"a\":1}"));
        AtomicInteger emitted = new AtomicInteger();
        Thread emitter =
                new Thread(
                        () -> {
                            while (emitted.get() < 100_000) {
                                context.emit(FakeSource.json("{"));
                                emitted.incrementAndGet();
                            }
                        });

        // when
        emitter.start();

        // then
        Await.until("it waits", () -> emitter.getState() == Thread.State.WAITING);
        assertThat(emitted.get()).isLessThan(30_000);
        release.countDown();
        Await.until(
                "all are counted",
                () -> EngineBench.metrics(rule, "source").exceptions() == 100_000);
        emitter.join();
    }
}
