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

/** One whole number. Used by the rule's thread alone. */
public final class LongState {

    private long value;

    /**
     * A number.
     *
     * @param initial what it is before it is set
     */
    public LongState(long initial) {
        value = initial;
    }

    /** What it is. */
    public long get() {
        return value;
    }

    /**
     * Changes it.
     *
     * @param number what it is from now on
     */
    public void set(long number) {
        value = number;
    }
}
