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

/** Waits for points in time. What it runs only wakes a task or hands work to a thread. */
public interface Timers extends AutoCloseable {

    /** The time that timers go by. */
    InstantSource clock();

    /**
     * Runs something once, not before a point in time.
     *
     * @param dueMillis in ms since the epoch; the past means at once
     * @param action must be quick
     * @return to call it off
     */
    Cancellable at(long dueMillis, Runnable action);

    /** Forgets what is planned. */
    @Override
    void close();
}
