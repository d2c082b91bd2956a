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

/** Threads of this process for the code of plugins, with a pool for each plugin and version. */
public final class PluginThreadPools implements PluginThreads {

    private final Timers timers;
    private final int cores;
    private final Map<String, Shared> pools = new HashMap<>();

    /**
     * No pools yet.
     *
     * @param timers tell when a call takes long
     * @param cores how many threads of a pool are worth running while none of their calls takes
     *     long
     */
    public PluginThreadPools(Timers timers, int cores) {
        this.timers = timers;
        this.cores = cores;
    }

    @Override
    public synchronized Pool acquire(Lease<?> lease) {
        ClassLoader loader = lease.service().getClass().getClassLoader();
        String key = lease.plugin() + "/" + lease.version() + "/" + System.identityHashCode(loader);
        Shared pool = pools.computeIfAbsent(key, k -> new Shared(k, lease.plugin(), loader));
        pool.users++;
        return pool;
    }

    private synchronized void release(Shared pool) {
        pool.users--;
        if (pool.users == 0) {
            pools.remove(pool.key);
            pool.threads.close();
        }
    }

    /** The pool of one plugin. */
    private final class Shared implements Pool {
        private final String key;
        private final GrowingThreads threads;
        private int users;

        Shared(String key, String plugin, ClassLoader loader) {
            this.key = key;
            this.threads = new GrowingThreads("haumea-" + plugin, loader, timers, cores);
        }

        @Override
        public void execute(Runnable task) {
            threads.execute(task);
        }

        @Override
        public void release() {
            PluginThreadPools.this.release(this);
        }
    }
}
