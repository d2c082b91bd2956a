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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run sources' decoding and rules: as many as there are cores. A task that another
 * task made ready runs next on the same thread, so that a single message costs no hand-over between
 * threads.
 */
public final class WorkerThreads implements Workers {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);

    /** Two tasks may wake each other for ever; the others must get their turn all the same. */
    private static final int MOST_IN_A_ROW = 16;

    private final BlockingQueue<SerialTask> ready = new LinkedBlockingQueue<>();
    private final List<Worker> threads = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Starts the threads.
     *
     * @param count how many, at least one
     */
    public WorkerThreads(int count) {
        for (int i = 1; i <= count; i++) {
            Worker worker = new Worker("haumea-worker-" + i);
            threads.add(worker);
            worker.start();
        }
    }

    @Override
    public void submit(SerialTask task) {
        if (Thread.currentThread() instanceof Worker worker
                && worker.owner() == this
                && worker.takesNext()) {
            worker.next.add(task);
        } else {
            ready.add(task);
        }
    }

    @Override
    public void resubmit(SerialTask task) {
        ready.add(task);
    }

    /** Ends the threads after their present slices. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private final class Worker extends Thread {

        /** Made ready by the task that runs now; few, so that others' threads get the rest. */
        private final ArrayDeque<SerialTask> next = new ArrayDeque<>();

        /** How many tasks in a row came from there. */
        private int inARow;

        Worker(String name) {
            super(name);
            setDaemon(true);
        }

        WorkerThreads owner() {
            return WorkerThreads.this;
        }

        boolean takesNext() {
            return next.isEmpty();
        }

        @Override
        public void run() {
            while (!closed) {
                SerialTask task = next();
                if (task != null) {
                    execute(task);
                }
            }
        }

        private @Nullable SerialTask next() {
            if (!next.isEmpty()) {
                if (inARow++ < MOST_IN_A_ROW) {
                    return next.poll();
                }
                inARow = 0;
                // Never waits here: another worker may take what is in line in the meantime.
                SerialTask inLine = ready.poll();
                return inLine == null ? next.poll() : inLine;
            }
            inARow = 0;
            try {
                return ready.take();
            } catch (InterruptedException e) {
                // Only close() interrupts; the loop sees it.
                return null;
            }
        }

        @SuppressWarnings("CatchingUnchecked") // the thread's boundary: a defect must not end it
        private void execute(SerialTask task) {
            try {
                task.runSlice();
            } catch (Throwable e) {
                LOG.error("A task failed in a way it should have handled: {}", task, e);
            }
        }
    }
}
