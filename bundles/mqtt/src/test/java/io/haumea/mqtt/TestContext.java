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
package io.haumea.mqtt;

import io.haumea.sdk.data.Message;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.StateContext;
import io.haumea.sdk.state.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A context with real threads that keeps what it is told. Its time runs {@value #FASTER} times as
 * fast for what is planned, so that nobody waits for back-off.
 */
final class TestContext implements SourceContext, SinkContext, AutoCloseable {

    private static final int FASTER = 20;
    private static final int SECONDS = 15;

    private final String name;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Status> statuses = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    TestContext(String name) {
        this.name = name;
    }

    /** The next message, as text. */
    String next() throws InterruptedException {
        return new String(
                Objects.requireNonNull(nextMessage().payload(), "payload"), StandardCharsets.UTF_8);
    }

    Message nextMessage() throws InterruptedException {
        return Objects.requireNonNull(
                messages.poll(SECONDS, TimeUnit.SECONDS), () -> "no message; told " + statuses);
    }

    int waiting() {
        return messages.size();
    }

    List<Status> statuses() {
        return statuses;
    }

    Status status() {
        return statuses.get(statuses.size() - 1);
    }

    void awaitConnected() throws Exception {
        await(status -> status.state() == Status.State.CONNECTED);
    }

    /** Waits until the status at this moment is as wanted. */
    void await(Predicate<Status> wanted) throws Exception {
        Await.until(
                Duration.ofSeconds(SECONDS),
                () -> !statuses.isEmpty() && wanted.test(status()),
                statuses::toString);
    }

    @Override
    public void emit(Message message) {
        messages.add(message);
    }

    @Override
    public void fail(Throwable cause) {
        throw new AssertionError("The source failed for good", cause);
    }

    @Override
    public void reject(Throwable cause) {
        throw new AssertionError("A message was rejected", cause);
    }

    @Override
    public String ruleId() {
        return "rule-of-" + name;
    }

    @Override
    public String instanceName() {
        return name;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public StateContext state() {
        throw new AssertionError("MQTT keeps no state");
    }

    @Override
    public void status(Status status) {
        statuses.add(status);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        Future<?> planned =
                timer.schedule(
                        () -> executor.execute(task),
                        delay.dividedBy(FASTER).toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        throw new AssertionError("MQTT repeats nothing");
    }

    @Override
    public void close() {
        timer.shutdownNow();
        executor.shutdownNow();
    }
}
