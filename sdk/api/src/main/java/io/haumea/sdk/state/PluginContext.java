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
package io.haumea.sdk.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the engine offers to a source or sink while it is open. All methods are thread-safe but
 * {@link #state}.
 */
@ProviderType
public interface PluginContext {

    /**
     * A name that is the same at every start and unlike that of any other instance, fit for a
     * client id: letters, digits, {@code -} and {@code _}.
     */
    String instanceName();

    /** The time; the only clock to use, so that tests can move it. */
    InstantSource clock();

    /** State that lives as long as the rule; see {@link StateContext}. */
    StateContext state();

    /**
     * Tells how the connection is; shown in the status of every rule that uses this instance.
     *
     * @param status the state from now on
     */
    void status(Status status);

    /** Threads that belong to the plugin; tasks may block. They end when the plugin is removed. */
    Executor executor();

    /**
     * Runs a task once on {@link #executor} after a delay.
     *
     * @param delay zero or more
     * @param task what to run
     * @return to call it off; done by itself when the instance is closed
     */
    Cancellable after(Duration delay, Runnable task);

    /**
     * Runs a task again and again on {@link #executor}. The next run is planned from the last
     * planned time, so that runs don't drift; runs that could not be kept up with are left out.
     *
     * @param period more than zero; also the delay of the first run
     * @param task what to run
     * @return to call it off; done by itself when the instance is closed
     */
    Cancellable every(Duration period, Runnable task);
}
