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
package io.haumea.engine.state;

/** Where an operator keeps state, and the time it lives in. */
public interface StateSite {

    /** When the rule was started, in ms since the epoch: windows are aligned to it. */
    long startMillis();

    /** The time of what is being worked on, in ms since the epoch. */
    long nowMillis();

    /**
     * Runs something once when time has come there, before any message of that time.
     *
     * @param dueMillis in ms since the epoch
     * @param action gets the due time from {@link #nowMillis}
     */
    void timer(long dueMillis, Runnable action);

    /**
     * State by key.
     *
     * @param name names it within the rule
     * @param <V> what is kept
     * @return the state, empty at first
     */
    <V> KeyedState<V> keyedState(String name);

    /**
     * A list as state.
     *
     * @param name names it within the rule
     * @param <V> what is kept
     * @return the state, empty at first
     */
    <V> ListState<V> listState(String name);

    /**
     * A number as state.
     *
     * @param name names it within the rule
     * @param initial what it is at first
     * @return the state
     */
    LongState longState(String name, long initial);
}
