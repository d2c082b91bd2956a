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

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something that runs on the workers in slices, on one thread at a time. Memory effects of one
 * slice are seen by the next.
 */
public abstract class SerialTask {

    private static final int IDLE = 0;
    private static final int READY = 1;
    private static final int RUNNING = 2;
    private static final int RUNNING_AND_READY = 3;

    /** How long a slice may go on, so that others get their turn. */
    private static final long SLICE_NANOS = 1_000_000;

    private final Workers workers;
    private final AtomicInteger state = new AtomicInteger(IDLE);

    /**
     * Makes a task that is idle.
     *
     * @param workers where it runs
     */
    protected SerialTask(Workers workers) {
        this.workers = workers;
    }

    /** Says that there is something to do. Thread-safe, cheap, never blocks. */
    public final void wake() {
        while (true) {
            int now = state.get();
            if (now == READY || now == RUNNING_AND_READY) {
                return;
            }
            if (now == IDLE && state.compareAndSet(IDLE, READY)) {
                workers.submit(this);
                return;
            }
            if (now == RUNNING && state.compareAndSet(RUNNING, RUNNING_AND_READY)) {
                return;
            }
        }
    }

    /** Whether it waits for a thread or runs. */
    public final boolean active() {
        return state.get() != IDLE;
    }

    final void runSlice() {
        state.set(RUNNING);
        boolean more = false;
        try {
            more = slice(System.nanoTime() + SLICE_NANOS);
        } finally {
            if (more) {
                state.set(READY);
                workers.resubmit(this);
            } else if (!state.compareAndSet(RUNNING, IDLE)) {
                state.set(READY);
                workers.resubmit(this);
            }
        }
    }

    /**
     * Does what there is to do, until about the deadline.
     *
     * @param deadlineNanos by {@link System#nanoTime}
     * @return whether there is more to do at once; false to be called only after the next {@link
     *     #wake}
     */
    protected abstract boolean slice(long deadlineNanos);
}
