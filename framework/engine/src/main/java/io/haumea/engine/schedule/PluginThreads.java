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
import java.util.concurrent.Executor;

/**
 * Threads for the code of plugins: a pool for each plugin and version that has open sources or
 * sinks, with the plugin's class loader as context class loader. A pool ends with the last user, so
 * that nothing keeps the loader of a removed plugin.
 */
public interface PluginThreads {

    /**
     * The pool of the plugin that a lease comes from, to be given back by {@link Pool#release}.
     *
     * @param lease what the plugin contributes
     * @return the pool
     */
    Pool acquire(Lease<?> lease);

    /**
     * The threads of one plugin: as many as there are calls in flight, up to a limit. What is
     * handed to it may block.
     */
    interface Pool extends Executor {

        /** Gives the pool back; what was handed to it before is still run. */
        void release();
    }
}
