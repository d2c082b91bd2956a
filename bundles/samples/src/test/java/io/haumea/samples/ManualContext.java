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

import io.haumea.sdk.data.Message;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.StateContext;
import io.haumea.sdk.state.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the engine offers to sources and sinks, with a clock that stands still until a test moves
 * it. Timers run in {@link #advance}, on the thread of the test.
 */
public final class ManualContext implements SourceContext, SinkContext {

    private final BlockingQueue<Message> emitted;
    private final Executor executor;
    private final List<Timer> timers = new ArrayList<>();
    private final List<Status> statuses = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final MapState state = new MapState();
    private volatile Instant now = Instant.ofEpochMilli(1_700_000_000_000L);

    /** A context with room for every message, whose executor runs tasks at once. */
    public ManualContext() {
        this(Runnable::run, Integer.MAX_VALUE);
    }

    /**
     * A context that makes sources wait.
     *
     * @param executor runs tasks
     * @param room how many messages {@link #emit} takes before it waits
     */
    public ManualContext(Executor executor, int room) {
        this.executor = executor;
        this.emitted = new LinkedBlockingQueue<>(room);
    }

    /** Moves the clock, and runs what falls due on the way at its exact time. */
    public void advance(Duration time) {
        Instant end = now.plus(time);
        for (Timer timer = next(end); timer != null; timer = next(end)) {
            now = timer.due.isAfter(now) ? timer.due : now;
            timer.rearm();
            timer.task.run();
        }
        now = end;
    }

    /** Moves the clock without running anything, as a machine does that was asleep. */
    public void jump(Duration time) {
        now = now.plus(time);
    }

    /** Messages that wait to be taken. */
    public BlockingQueue<Message> emitted() {
        return emitted;
    }

    /** Takes all messages emitted so far. */
    public List<Message> drain() {
        List<Message> all = new ArrayList<>();
        emitted.drainTo(all);
        return all;
    }

    /** Every status told, in order. */
    public List<Status> statuses() {
        return statuses;
    }

    /** Every failure and rejection told, in order. */
    public List<Throwable> failures() {
        return failures;
    }

    private @Nullable Timer next(Instant end) {
        return timers.stream()
                .filter(timer -> !timer.due.isAfter(end))
                .min(Comparator.comparing(timer -> timer.due))
                .orElse(null);
    }

    @Override
    public void emit(Message message) {
        try {
            emitted.put(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void fail(Throwable cause) {
        failures.add(cause);
    }

    @Override
    public void reject(Throwable cause) {
        failures.add(cause);
    }

    @Override
    public String ruleId() {
        return "rule1";
    }

    @Override
    public String instanceName() {
        return "instance-1";
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public StateContext state() {
        return state;
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
        return arm(new Timer(now.plus(delay), null, task));
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        return arm(new Timer(now.plus(period), period, task));
    }

    private Cancellable arm(Timer timer) {
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    private final class Timer {
        private Instant due;
        private final @Nullable Duration period;
        private final Runnable task;

        Timer(Instant due, @Nullable Duration period, Runnable task) {
            this.due = due;
            this.period = period;
            this.task = task;
        }

        /** As the engine does: from the planned time, leaving out what was not kept up with. */
        void rearm() {
            if (period == null) {
                timers.remove(this);
                return;
            }
            long missed = Duration.between(due, now).dividedBy(period);
            due = due.plus(period.multipliedBy(missed + 1));
        }
    }

    private static final class MapState implements StateContext {
        private final Map<String, Object> values = new HashMap<>();

        @Override
        public @Nullable Object get(String key) {
            return values.get(key);
        }

        @Override
        public void put(String key, Object value) {
            values.put(key, value);
        }

        @Override
        public void delete(String key) {
            values.remove(key);
        }

        @Override
        public Set<String> keys() {
            return Set.copyOf(values.keySet());
        }

        @Override
        public long counter(String key) {
            return (Long) values.getOrDefault(key, 0L);
        }

        @Override
        public long increment(String key, long amount) {
            long sum = counter(key) + amount;
            values.put(key, sum);
            return sum;
        }
    }
}
