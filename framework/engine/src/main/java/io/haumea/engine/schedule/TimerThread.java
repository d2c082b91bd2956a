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
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that waits for points in time. */
public final class TimerThread implements Timers {

    private static final Logger LOG = LoggerFactory.getLogger(TimerThread.class);

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor executor;

    /**
     * Starts the thread.
     *
     * @param clock the time
     */
    public TimerThread(InstantSource clock) {
        this.clock = clock;
        this.executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "haumea-timer");
                            thread.setDaemon(true);
                            return thread;
                        });
        // After the end nothing is planned any more, and nobody needs to hear of it.
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Cancellable at(long dueMillis, Runnable action) {
        long delay = Math.max(0, dueMillis - clock.millis());
        ScheduledFuture<?> future =
                executor.schedule(() -> guarded(action), delay, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @SuppressWarnings("CatchingUnchecked") // the thread's boundary: a defect must not end it
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            LOG.error("A timer's action failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
