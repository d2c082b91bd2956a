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
package io.haumea.engine.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * Values in order. Used by the rule's thread alone.
 *
 * @param <V> what is kept
 */
public final class ListState<V> {

    private List<V> values = new ArrayList<>();

    /**
     * Adds a value at the end.
     *
     * @param value the value
     */
    public void add(V value) {
        values.add(value);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Takes all values away and returns them. */
    public List<V> takeAll() {
        List<V> taken = values;
        values = new ArrayList<>();
        return taken;
    }
}
