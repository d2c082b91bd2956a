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
package io.haumea.engine.schedule;

import io.haumea.sdk.state.Cancellable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Workers, timers and plugin threads without threads: all that is handed to them waits until it is
 * asked for, and then runs on the caller's thread, one after the other, always in the same order.
 * Time moves only when it is told to. For one thread at a time.
 */
public final class SteppedSchedule {

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(
                    Comparator.comparingLong(Alarm::dueMillis).thenComparingLong(Alarm::order));
    private final Consumer<Throwable> defects;
    private long planned;
    private long nowMillis;

    private record Alarm(long dueMillis, long order, Runnable action) {}

    /**
     * Nothing to do yet.
     *
     * @param startMillis the time to begin with, in ms since the epoch
     * @param defects hears what an action throws that should have handled it itself
     */
    public SteppedSchedule(long startMillis, Consumer<Throwable> defects) {
        this.nowMillis = startMillis;
        this.defects = defects;
    }

    /** The time. */
    public InstantSource clock() {
        return () -> Instant.ofEpochMilli(nowMillis);
    }

    /** Workers that run when this runs. */
    public Workers workers() {
        return new SteppedWorkers();
    }

    /** Timers that ring when time is moved. */
    public Timers timers() {
        return new SteppedTimers();
    }

    /** Pools of plugins that run when this runs. */
    public PluginThreads pluginThreads() {
        return lease -> new SteppedPool();
    }

    /** Runs until nothing is left to do at this time, timers that are due included. */
    public void settle() {
        while (true) {
            Runnable next = ready.poll();
            if (next == null) {
                next = dueAlarm();
            }
            if (next == null) {
                return;
            }
            run(next);
        }
    }

    /** When the next timer is due; the end of time if there is none. */
    public long nextDueMillis() {
        Alarm next = alarms.peek();
        return next == null ? Long.MAX_VALUE : next.dueMillis();
    }

    /**
     * Moves time on, and at each timer on the way, and at the end, settles.
     *
     * @param millis the new time, in ms since the epoch; time never goes back
     */
    public void advanceTo(long millis) {
        settle();
        while (nextDueMillis() <= millis) {
            nowMillis = Math.max(nowMillis, nextDueMillis());
            settle();
        }
        nowMillis = Math.max(nowMillis, millis);
    }

    private @Nullable Runnable dueAlarm() {
        if (nextDueMillis() > nowMillis) {
            return null;
        }
        Alarm due = alarms.poll();
        return due == null ? null : due.action();
    }

    @SuppressWarnings("CatchingUnchecked") // as at a thread's boundary: a defect ends nothing else
    private void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            defects.accept(e);
        }
    }

    private final class SteppedWorkers implements Workers {
        @Override
        public void submit(SerialTask task) {
            ready.add(task::runSlice);
        }

        @Override
        public void resubmit(SerialTask task) {
            ready.add(task::runSlice);
        }

        @Override
        public void close() {
            // There is no thread to end.
        }
    }

    private final class SteppedTimers implements Timers {
        @Override
        public InstantSource clock() {
            return SteppedSchedule.this.clock();
        }

        @Override
        public Cancellable at(long dueMillis, Runnable action) {
            Alarm alarm = new Alarm(dueMillis, planned++, action);
            alarms.add(alarm);
            return () -> alarms.remove(alarm);
        }

        @Override
        public void close() {
            alarms.clear();
        }
    }

    private final class SteppedPool implements PluginThreads.Pool {
        @Override
        public void execute(Runnable task) {
            ready.add(task);
        }

        @Override
        public void release() {
            // There is no thread to end.
        }
    }
}
