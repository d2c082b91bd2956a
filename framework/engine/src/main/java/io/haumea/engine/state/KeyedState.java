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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, in the order in which keys came. Used by the rule's thread alone.
 *
 * @param <V> what is kept
 */
public final class KeyedState<V> {

    private final Map<@Nullable Object, V> entries = new LinkedHashMap<>();

    /**
     * The value of a key.
     *
     * @param key an SDK value or a list of them; may be null
     * @return the value, or null if there is none
     */
    public @Nullable V get(@Nullable Object key) {
        return entries.get(key);
    }

    /**
     * Gives a key a value.
     *
     * @param key an SDK value or a list of them; may be null
     * @param value the value
     */
    public void put(@Nullable Object key, V value) {
        entries.put(key, value);
    }

    /** All values in the order in which their keys came. */
    public Collection<V> values() {
        return entries.values();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Forgets all. */
    public void clear() {
        entries.clear();
    }
}
