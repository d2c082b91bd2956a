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

import io.haumea.engine.fixture.AnsweringSink;
import io.haumea.engine.fixture.Await;
import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sinks that take several deliveries at once. */
@Timeout(60)
class InFlightDeliveryTest {

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final ExecutorService outside = Executors.newFixedThreadPool(3);
    private final StreamDefinition stream = EngineBench.stream("private");
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
        outside.shutdownNow();
    }

    /** A delivery that was handed over, to be answered. */
    private record Request(int value, CompletableFuture<@Nullable Void> answer) {}

    private record Windowed(int maxInFlight, Consumer<Request> receiver) implements AnsweringSink {
        @Override
        public CompletionStage<@Nullable Void> sendAsync(Delivery delivery) {
            String text = new String(delivery.payload(), StandardCharsets.UTF_8);
            int value = Integer.parseInt(text.replaceAll("[^0-9]", ""));
            Request request = new Request(value, new CompletableFuture<>());
            receiver.accept(request);
            return request.answer();
        }
    }

    private RunningRule start(AsyncSink sink, int retryInterval) {
        bench.plugins
                .source("private", Sharing.PRIVATE, spec -> source.create())
                .sink("out", spec -> sink);
        return bench.start(
                EngineBench.rule(
                        "r",
                        stream,
                        "select a from demo",
                        Map.of("retryInterval", retryInterval),
                        "out"));
    }

    private RunningRule start(int maxInFlight) {
        return start(new Windowed(maxInFlight, requests::add), 1);
    }

    private void emit(int count) {
        for (int i = 0; i < count; i++) {
            source.context().emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }
    }

    private List<Integer> values() {
        synchronized (requests) {
            return requests.stream().map(Request::value).toList();
        }
    }

    private void awaitRequests(int count) {
        Await.until(count + " requests", () -> requests.size() >= count);
    }

    private void succeed(int request) {
        requests.get(request).answer().complete(null);
    }

    private void fail(int request) {
        requests.get(request).answer().completeExceptionally(new IOException("away"));
    }

    @Test
    void whenNothingIsAnswered_thenAsManyAreHandedOverAsTheSinkTakes() {
        // given
        RunningRule rule = start(4);

        // when
        emit(20);
        awaitRequests(4);
        succeed(2);
        succeed(1);

        // then: the oldest is not answered yet
        assertThat(values()).containsExactly(0, 1, 2, 3);
        assertThat(EngineBench.metrics(rule, "sink").recordsOut()).isZero();

        // when
        succeed(0);

        // then
        awaitRequests(7);
        assertThat(values()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(EngineBench.metrics(rule, "sink").recordsOut()).isEqualTo(3);
    }

    @Test
    void whenOneFails_thenItAndAllBehindItAreHandedOverAgainAfterTheOthersWereAnswered() {
        // given
        RunningRule rule = start(4);
        emit(10);
        awaitRequests(4);

        // when
        fail(1);
        succeed(0);
        succeed(3);

        // then: 2 is still on its way
        assertThat(values()).containsExactly(0, 1, 2, 3);

        // when
        succeed(2);
        awaitRequests(5);

        // then: singly until one succeeds
        assertThat(values()).containsExactly(0, 1, 2, 3, 1);
        fail(4);
        awaitRequests(6);
        assertThat(values()).containsExactly(0, 1, 2, 3, 1, 1);
        succeed(5);
        awaitRequests(10);
        assertThat(values()).containsExactly(0, 1, 2, 3, 1, 1, 2, 3, 4, 5);
        assertThat(EngineBench.metrics(rule, "sink").recordsOut()).isEqualTo(2);
        assertThat(EngineBench.metrics(rule, "sink").exceptions()).isEqualTo(2);
    }

    @Test
    void whenOneIsGivenUp_thenTheOthersAreNotTouched() {
        // given
        RunningRule rule = start(4);
        emit(5);
        awaitRequests(4);

        // when
        requests.get(1).answer().completeExceptionally(new IllegalArgumentException("too long"));
        succeed(0);
        awaitRequests(5);
        succeed(2);
        succeed(3);
        succeed(4);

        // then
        Await.until("all are done", () -> EngineBench.metrics(rule, "sink").recordsOut() == 4);
        assertThat(values()).containsExactly(0, 1, 2, 3, 4);
        assertThat(EngineBench.metrics(rule, "sink").bufferLength()).isZero();
    }

    @Test
    void whenNothingIsTriedAgain_thenAFailureGivesOneDeliveryUp() {
        // given
        RunningRule rule = start(new Windowed(100, requests::add), 0);
        emit(3);
        awaitRequests(3);

        // when
        fail(1);
        succeed(2);
        succeed(0);

        // then
        Await.until("two are sent", () -> EngineBench.metrics(rule, "sink").recordsOut() == 2);
        assertThat(values()).containsExactly(0, 1, 2);
        assertThat(EngineBench.metrics(rule, "sink").bufferLength()).isZero();
    }

    @Test
    void whenTheRuleStops_thenWhatIsInFlightIsWaitedForAndWhatFailsIsTriedOnceMore() {
        // given
        RunningRule rule = start(3);
        emit(3);
        awaitRequests(3);

        // when
        CompletableFuture<?> stopped = rule.stop().toCompletableFuture();
        succeed(0);
        succeed(2);

        // then
        assertThat(stopped).isNotDone();
        succeed(1);
        Await.done(stopped);
        assertThat(values()).containsExactly(0, 1, 2);
        assertThat(bench.plugins.leases()).isZero();
    }

    @Test
    void whenASinkAnswersTwice_thenTheDeliveryCountsOnce() {
        // given
        RunningRule rule = start(new AnswersTwice(), 1);

        // when
        emit(1_000);

        // then
        Await.until("all are out", () -> EngineBench.metrics(rule, "sink").recordsOut() >= 1_000);
        Await.done(rule.stop());
        assertThat(EngineBench.metrics(rule, "sink").recordsOut()).isEqualTo(1_000);
        assertThat(EngineBench.metrics(rule, "sink").exceptions()).isZero();
        assertThat(EngineBench.metrics(rule, "sink").bufferLength()).isZero();
    }

    private static final class AnswersTwice implements AnsweringSink {
        @Override
        public int maxInFlight() {
            return 10;
        }

        @Override
        public CompletionStage<@Nullable Void> sendAsync(Delivery delivery) {
            return new CompletableFuture<@Nullable Void>() {
                @Override
                public CompletableFuture<@Nullable Void> whenComplete(
                        BiConsumer<? super @Nullable Void, ? super Throwable> action) {
                    action.accept(null, null);
                    action.accept(null, new IOException("after all not"));
                    return this;
                }
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "7, 2", "64, 1", "1000, 1", "5000, 1"})
    void whenDeliveriesFailAtRandom_thenNoneIsLostAndNoneComesAfterItsSuccessorsForTheLastTime(
            int maxInFlight, int percentFailing) {
        // given
        int count = 3_000;
        Random random = new Random(maxInFlight);
        AtomicInteger underway = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> received = Collections.synchronizedList(new ArrayList<>());
        Windowed sink =
                new Windowed(
                        maxInFlight,
                        request -> {
                            most.accumulateAndGet(underway.incrementAndGet(), Math::max);
                            boolean fails = random.nextInt(100) < percentFailing;
                            if (!fails || random.nextBoolean()) {
                                received.add(request.value());
                            }
                            answer(request, random.nextInt(4), fails, underway);
                        });

        // when
        RunningRule rule = start(sink, 1);
        emit(count);
        Await.until("all are out", () -> EngineBench.metrics(rule, "sink").recordsOut() == count);
        Await.done(rule.stop());

        // then
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < received.size(); i++) {
            last.put(received.get(i), i);
        }
        assertThat(last).hasSize(count);
        for (int i = 1; i < count; i++) {
            assertThat(last.get(i)).isGreaterThan(last.get(i - 1));
        }
        assertThat(most.get()).isLessThanOrEqualTo(maxInFlight);
        assertThat(EngineBench.metrics(rule, "sink").bufferLength()).isZero();
    }

    /** Now, by another thread, or by throwing. */
    private void answer(Request request, int how, boolean fails, AtomicInteger underway) {
        Runnable now =
                () -> {
                    underway.decrementAndGet();
                    if (fails) {
                        request.answer().completeExceptionally(new IOException("away"));
                    } else {
                        request.answer().complete(null);
                    }
                };
        if (how == 0) {
            now.run();
        } else {
            outside.execute(now);
        }
    }
}
