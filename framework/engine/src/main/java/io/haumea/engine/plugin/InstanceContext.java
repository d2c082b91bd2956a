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
package io.haumea.engine.plugin;

import io.haumea.engine.schedule.PluginThreads;
import io.haumea.engine.schedule.Timers;
import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.PluginContext;
import io.haumea.sdk.state.StateContext;
import io.haumea.sdk.state.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** What sources and sinks have in common. Timers end with the instance. */
public class InstanceContext implements PluginContext {

    private final String name;
    private final Timers timers;
    private final PluginThreads.Pool threads;
    private final StateContext state = new MemoryState();
    private final Set<Repeat> planned = ConcurrentHashMap.newKeySet();
    private volatile Status status = Status.connecting("");
    private volatile boolean closed;

    /**
     * Makes a context.
     *
     * @param name the instance's name
     * @param timers the timers
     * @param threads the plugin's threads
     */
    protected InstanceContext(String name, Timers timers, PluginThreads.Pool threads) {
        this.name = name;
        this.timers = timers;
        this.threads = threads;
    }

    @Override
    public final String instanceName() {
        return name;
    }

    @Override
    public final InstantSource clock() {
        return timers.clock();
    }

    @Override
    public final StateContext state() {
        return state;
    }

    @Override
    public final void status(Status now) {
        status = now;
    }

    /** How the connection is, in words; empty where the plugin has told nothing. */
    public final String statusText() {
        Status now = status;
        if (now.state() == Status.State.CONNECTING && now.reason().isEmpty()) {
            return "";
        }
        String word = now.state().name().toLowerCase(java.util.Locale.ROOT);
        return now.reason().isEmpty() ? word : word + ": " + now.reason();
    }

    @Override
    public final Executor executor() {
        return threads;
    }

    @Override
    public final Cancellable after(Duration delay, Runnable task) {
        return plan(new Repeat(timers.clock().millis() + delay.toMillis(), 0, task));
    }

    @Override
    public final Cancellable every(Duration period, Runnable task) {
        long millis = Math.max(1, period.toMillis());
        return plan(new Repeat(timers.clock().millis() + millis, millis, task));
    }

    private Cancellable plan(Repeat repeat) {
        planned.add(repeat);
        repeat.arm();
        return repeat;
    }

    /** Whether the instance has ended. */
    public final boolean closed() {
        return closed;
    }

    /** Ends all timers. */
    public void close() {
        closed = true;
        planned.forEach(Repeat::cancel);
    }

    private final class Repeat implements Cancellable {
        private final long periodMillis;
        private final Runnable task;
        private long dueMillis;
        private boolean cancelled;
        private Cancellable armed = () -> {};

        Repeat(long dueMillis, long periodMillis, Runnable task) {
            this.dueMillis = dueMillis;
            this.periodMillis = periodMillis;
            this.task = task;
        }

        synchronized void arm() {
            if (!cancelled && !closed) {
                armed = timers.at(dueMillis, () -> threads.execute(this::run));
            }
        }

        private void run() {
            synchronized (this) {
                if (cancelled) {
                    return;
                }
            }
            try {
                task.run();
            } finally {
                again();
            }
        }

        private void again() {
            if (periodMillis == 0) {
                cancel();
                return;
            }
            synchronized (this) {
                long now = timers.clock().millis();
                dueMillis += periodMillis;
                if (dueMillis < now) {
                    dueMillis += (now - dueMillis) / periodMillis * periodMillis;
                }
            }
            arm();
        }

        @Override
        public void cancel() {
            synchronized (this) {
                cancelled = true;
                armed.cancel();
            }
            planned.remove(this);
        }
    }
}
