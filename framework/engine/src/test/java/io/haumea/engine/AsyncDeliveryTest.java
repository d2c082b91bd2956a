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
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncDeliveryTest {

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final ExecutorService outside = Executors.newSingleThreadExecutor();
    private final StreamDefinition stream = EngineBench.stream("private");
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger underway = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
        outside.shutdownNow();
    }

    /** Keeps a delivery and answers as the test wants. */
    private final class Asynchronous implements AnsweringSink {
        private final Consumer<CompletableFuture<@Nullable Void>> answer;

        Asynchronous(Consumer<CompletableFuture<@Nullable Void>> answer) {
            this.answer = answer;
        }

        @Override
        public CompletionStage<@Nullable Void> sendAsync(Delivery delivery) {
            most.accumulateAndGet(underway.incrementAndGet(), Math::max);
            CompletableFuture<@Nullable Void> stage = new CompletableFuture<>();
            CompletionStage<@Nullable Void> counted =
                    stage.whenComplete(
                            (nothing, error) -> {
                                underway.decrementAndGet();
                                if (error == null) {
                                    received.add(
                                            new String(delivery.payload(), StandardCharsets.UTF_8));
                                }
                            });
            answer.accept(stage);
            return counted;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private RunningRule start(Consumer<CompletableFuture<@Nullable Void>> answer) {
        bench.plugins
                .source("private", Sharing.PRIVATE, spec -> source.create())
                .sink("out", spec -> new Asynchronous(answer));
        return bench.start(
                EngineBench.rule(
                        "r", stream, "select a from demo", Map.of("retryInterval", 1), "out"));
    }

    private void emit(int count) {
        for (int i = 0; i < count; i++) {
            source.context().emit(Message.fields(Map.of("a", (long) i), Metadata.NONE));
        }
    }

    private void assertAllInOrder(int count) {
        Await.until(count + " deliveries", () -> received.size() >= count);
        for (int i = 0; i < count; i++) {
            assertThat(received.get(i)).isEqualTo("[{\"a\":" + i + "}]");
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whenAnswersComeFromAnotherThreadAtOnce_thenAllGoOutInOrderAndOneAtATime() {
        // given
        start(stage -> outside.execute(() -> stage.complete(null)));

        // when
        emit(20_000);

        // then
        assertAllInOrder(20_000);
    }

    @Test
    void whenAnAnswerIsWorkedOffBeforeTheEngineWaitsForIt_thenTheNextOneGoesOutAllTheSame() {
        // given: a stage that holds up the one who listens until the answer has been counted
        AtomicInteger sent = new AtomicInteger();
        AtomicReference<@Nullable RunningRule> running = new AtomicReference<>();
        bench.plugins
                .source("private", Sharing.PRIVATE, spec -> source.create())
                .sink("out", spec -> new Overtaken(sent, running));
        RunningRule rule = bench.start(EngineBench.rule("r", stream, "select a from demo", "out"));
        running.set(rule);

        // when
        emit(3);

        // then
        Await.until("all are out", () -> EngineBench.metrics(rule, "sink").recordsOut() == 3);
        assertThat(sent).hasValue(3);
    }

    private record Overtaken(AtomicInteger sent, AtomicReference<@Nullable RunningRule> running)
            implements AnsweringSink {
        @Override
        public CompletionStage<@Nullable Void> sendAsync(Delivery delivery) {
            int number = sent.incrementAndGet();
            return new CompletableFuture<@Nullable Void>() {
                @Override
                public CompletableFuture<@Nullable Void> whenComplete(
                        BiConsumer<? super @Nullable Void, ? super Throwable> action) {
                    complete(null);
                    CompletableFuture<@Nullable Void> result = super.whenComplete(action);
                    RunningRule rule = Objects.requireNonNull(running.get());
                    Await.until(
                            "the answer is counted",
                            () -> EngineBench.metrics(rule, "sink").recordsOut() == number);
                    return result;
                }
            };
        }
    }

    @Test
    void whenAnswersAreThereAtOnce_thenAllGoOutInOrder() {
        // given
        start(stage -> stage.complete(null));

        // when
        emit(20_000);

        // then
        assertAllInOrder(20_000);
    }

    @Test
    void whenAnswersAreFailures_thenTheDeliveryIsTriedAgain() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        start(
                stage ->
                        outside.execute(
                                () -> {
                                    if (attempts.incrementAndGet() % 2 == 1) {
                                        stage.completeExceptionally(new IOException("away"));
                                    } else {
                                        stage.complete(null);
                                    }
                                }));

        // when
        emit(200);

        // then
        assertAllInOrder(200);
        assertThat(attempts).hasValue(400);
    }

    @Test
    void whenRuleStopsWhileAnAnswerIsOut_thenTheRestIsStillSent() {
        // given
        List<CompletableFuture<@Nullable Void>> stages =
                Collections.synchronizedList(new ArrayList<>());
        RunningRule rule = start(stages::add);
        emit(50);
        Await.until(
                "all are in the outbox", () -> EngineBench.metrics(rule, "sink").recordsIn() == 50);
        Await.until("the first is out", () -> stages.size() == 1);

        // when
        rule.stop();
        for (int i = 0; i < 50; i++) {
            int number = i;
            Await.until("number " + i + " is out", () -> stages.size() > number);
            outside.execute(() -> stages.get(number).complete(null));
        }

        // then
        Await.done(rule.stop());
        assertAllInOrder(50);
        assertThat(closed).hasValue(1);
    }

    @Test
    void whenAnAnswerNeverComes_thenStopIsQuickAllTheSame() {
        // given
        RunningRule rule = start(stage -> {});
        emit(10);
        Await.until("one is out", () -> underway.get() == 1);

        // when
        long millis = Await.done(rule.stop());

        // then
        assertThat(millis).isLessThan(3_500);
        assertThat(closed).hasValue(1);
        assertThat(bench.plugins.leases()).isZero();
    }
}
