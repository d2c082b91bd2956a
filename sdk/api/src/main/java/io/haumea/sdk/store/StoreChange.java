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
package io.haumea.sdk.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of a key in a state store. Immutable; arrays are not copied. */
public final class StoreChange {

    private final String key;
    private final byte @Nullable [] value;

    private StoreChange(String key, byte @Nullable [] value) {
        this.key = Objects.requireNonNull(key, "key");
        this.value = value;
    }

    /**
     * Gives a key a value.
     *
     * @param key the key
     * @param value its value from now on
     * @return the change
     */
    public static StoreChange put(String key, byte[] value) {
        return new StoreChange(key, Objects.requireNonNull(value, "value"));
    }

    /**
     * Takes a key away, if it is there.
     *
     * @param key the key
     * @return the change
     */
    public static StoreChange delete(String key) {
        return new StoreChange(key, null);
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** The value it gets, or empty if it is taken away. */
    public Optional<byte[]> value() {
        return Optional.ofNullable(value);
    }
}
