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

import io.haumea.engine.port.Lease;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of this process for the code of plugins, with a pool for each plugin and version. */
public final class PluginThreadPools implements PluginThreads {

    private static final Logger LOG = LoggerFactory.getLogger(PluginThreadPools.class);
    private static final int MOST_THREADS = 256;
    private static final int KEEP_SECONDS = 10;

    private final Map<String, Threads> pools = new HashMap<>();

    @Override
    public synchronized Pool acquire(Lease<?> lease) {
        ClassLoader loader = lease.service().getClass().getClassLoader();
        String key = lease.plugin() + "/" + lease.version() + "/" + System.identityHashCode(loader);
        Threads pool =
                pools.computeIfAbsent(key, k -> new Threads(this, k, lease.plugin(), loader));
        pool.users++;
        return pool;
    }

    private synchronized void release(Threads pool) {
        pool.users--;
        if (pool.users == 0) {
            pools.remove(pool.key);
            pool.executor.shutdown();
        }
    }

    /** The threads of one plugin: as many as there are calls in flight, up to a limit. */
    private static final class Threads implements Pool {
        private final PluginThreadPools owner;
        private final String key;
        private final ClassLoader loader;
        private final ThreadPoolExecutor executor;
        private final HandOver tasks = new HandOver();
        private int users;

        Threads(PluginThreadPools owner, String key, String plugin, ClassLoader loader) {
            this.owner = owner;
            this.key = key;
            this.loader = loader;
            AtomicInteger number = new AtomicInteger();
            this.executor =
                    new ThreadPoolExecutor(
                            0,
                            MOST_THREADS,
                            KEEP_SECONDS,
                            TimeUnit.SECONDS,
                            tasks,
                            task -> {
                                Thread thread =
                                        new Thread(
                                                task,
                                                "haumea-"
                                                        + plugin
                                                        + "-"
                                                        + number.incrementAndGet());
                                thread.setDaemon(true);
                                thread.setContextClassLoader(loader);
                                return thread;
                            },
                            this::later);
        }

        @Override
        public void execute(Runnable task) {
            executor.execute(() -> guarded(task));
        }

        private void later(Runnable task, ThreadPoolExecutor pool) {
            if (pool.isShutdown()) {
                // The pool's own threads may be gone already.
                Thread last = new Thread(task, "haumea-late");
                last.setDaemon(true);
                last.setContextClassLoader(loader);
                last.start();
            } else {
                tasks.enqueue(task);
            }
        }

        private static void guarded(Runnable task) {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.error("A plugin's task failed", e);
            }
        }

        /**
         * Takes a task at once if a thread is idle, so that else a thread is added; beyond the
         * limit tasks are put in line, where every thread that becomes idle finds them.
         */
        private static final class HandOver extends LinkedTransferQueue<Runnable> {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean offer(Runnable task) {
                return tryTransfer(task);
            }

            void enqueue(Runnable task) {
                super.offer(task);
            }
        }

        @Override
        public void release() {
            owner.release(this);
        }
    }
}
