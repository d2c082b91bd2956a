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
package io.haumea.engine.window;

import org.jspecify.annotations.Nullable;

/** A row that a window keeps. Immutable: windows that overlap share it. */
public final class HeldRow {

    private final long millis;
    private final int input;
    private final @Nullable Object[] values;

    /**
     * A row.
     *
     * @param millis its time, in ms since the epoch
     * @param input which of the rule's streams it is of
     * @param values its values, not changed any more
     */
    public HeldRow(long millis, int input, @Nullable Object[] values) {
        this.millis = millis;
        this.input = input;
        this.values = values;
    }

    /** Its time, in ms since the epoch. */
    public long millis() {
        return millis;
    }

    /** Which of the rule's streams it is of. */
    public int input() {
        return input;
    }

    /** Its values, not to be changed. */
    public @Nullable Object[] values() {
        return values;
    }
}
