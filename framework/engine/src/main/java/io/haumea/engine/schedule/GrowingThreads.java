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
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for tasks most of which are quick, though any may block. Waking a thread costs more than
 * a quick task, so no more threads run than there are cores, and they take one task after the
 * other. A thread whose task takes longer than a moment no longer counts: another one goes on in
 * its place.
 */
final class GrowingThreads {

    private static final Logger LOG = LoggerFactory.getLogger(GrowingThreads.class);
    private static final int MOST_THREADS = 256;
    private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String name;
    private final ClassLoader loader;
    private final Timers timers;
    private final int cores;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();

    /** Guarded by the lock, as is all below. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final List<Member> members = new ArrayList<>();

    /** How many threads look for tasks, or run one that has not taken long yet. */
    private int quick;

    /** How many threads wait to be wanted, without those that are already called. */
    private int idle;

    /** How many of those that wait may go on. */
    private int calls;

    private int made;
    private boolean alarmed;
    private boolean closed;

    /**
     * No threads yet.
     *
     * @param name the beginning of the threads' names
     * @param loader their context class loader
     * @param timers tell when a task takes long
     * @param cores how many run while none of their tasks takes long
     */
    GrowingThreads(String name, ClassLoader loader, Timers timers, int cores) {
        this.name = name;
        this.loader = loader;
        this.timers = timers;
        this.cores = cores;
    }

    /** Runs a task on one of the threads, soon; tasks begin in order. */
    void execute(Runnable task) {
        lock.lock();
        try {
            tasks.add(task);
            // After the end nobody may be left to see that a task takes long.
            if (quick < cores || closed) {
                callOne();
            }
            watch();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the threads after what waits; what comes later still runs. */
    void close() {
        lock.lock();
        try {
            closed = true;
            for (int i = 0; i < tasks.size(); i++) {
                callOne();
            }
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void callOne() {
        if (idle > 0) {
            idle--;
            calls++;
            quick++;
            wanted.signal();
        } else if (members.size() < MOST_THREADS) {
            made++;
            Member member = new Member(name + "-" + made);
            member.setDaemon(true);
            member.setContextClassLoader(loader);
            member.start();
            members.add(member);
            quick++;
        }
    }

    /** Sees to it that somebody looks after those that run, if more wait than were called. */
    private void watch() {
        boolean canGrow = idle > 0 || members.size() < MOST_THREADS;
        if (!alarmed && canGrow && quick >= cores && !tasks.isEmpty()) {
            alarmed = true;
            timers.at(timers.clock().millis() + 1, this::look);
        }
    }

    private void look() {
        lock.lock();
        try {
            alarmed = false;
            long now = System.nanoTime();
            for (Member member : members) {
                if (member.quick && member.busy && now - member.began > MOMENT_NANOS) {
                    member.quick = false;
                    quick--;
                }
            }
            for (int i = Math.min(cores - quick, tasks.size()); i > 0; i--) {
                callOne();
            }
            watch();
        } finally {
            lock.unlock();
        }
    }

    private final class Member extends Thread {

        /** Guarded by the lock, as are the others. */
        private boolean busy;

        /** Whether it counts as quick. */
        private boolean quick = true;

        private long began;

        Member(String name) {
            super(name);
        }

        @Override
        public void run() {
            lock.lock();
            try {
                while (!tasks.isEmpty() || awaitCall()) {
                    Runnable task = tasks.poll();
                    if (task != null) {
                        runUnlocked(task);
                    }
                }
            } finally {
                members.remove(this);
                lock.unlock();
            }
        }

        private void runUnlocked(Runnable task) {
            busy = true;
            began = System.nanoTime();
            lock.unlock();
            try {
                guarded(task);
            } finally {
                lock.lock();
                busy = false;
                if (!quick) {
                    quick = true;
                    GrowingThreads.this.quick++;
                }
            }
        }

        @SuppressWarnings("CatchingUnchecked") // the thread's boundary: a defect must not end it
        private void guarded(Runnable task) {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.error("A plugin's task failed", e);
            }
        }

        /** Waits to be called; false when it may end instead. */
        private boolean awaitCall() {
            GrowingThreads.this.quick--;
            if (closed) {
                return false;
            }
            idle++;
            long rest = KEEP_NANOS;
            while (calls == 0) {
                if (closed || rest <= 0) {
                    idle--;
                    return false;
                }
                try {
                    rest = wanted.awaitNanos(rest);
                } catch (InterruptedException e) {
                    // It was meant for a task that is over.
                    LOG.debug("{} was interrupted between two tasks", getName());
                }
            }
            calls--;
            return true;
        }
    }
}
