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

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * State of one source, sink or function in one rule. Saved with the rule's checkpoints where the
 * rule takes any (option {@code qos} 1 or 2), in memory only where it takes none.
 *
 * <p>Values are SDK values (see {@link io.haumea.sdk.data.DataType}). Calls come from the thread
 * that runs the plugin's code for this rule; not to be used from others.
 */
@ProviderType
public interface StateContext {

    /**
     * The value kept under a key.
     *
     * @param key any text
     * @return the value, or null if there is none
     */
    @Nullable Object get(String key);

    /**
     * Keeps a value under a key.
     *
     * @param key any text
     * @param value an SDK value
     * @throws io.haumea.sdk.error.HaumeaException if it is none
     */
    void put(String key, Object value);

    /**
     * Forgets a key; does nothing if there is none.
     *
     * @param key any text
     */
    void delete(String key);

    /** The keys that have a value now; a copy. */
    Set<String> keys();

    /**
     * The value of a counter; a missing one is zero.
     *
     * @param key any text
     * @return its value
     * @throws io.haumea.sdk.error.HaumeaException if the key holds something else than a number
     */
    long counter(String key);

    /**
     * Adds to a counter; a missing one starts at zero.
     *
     * @param key any text
     * @param amount what to add, may be negative
     * @return its value after that
     * @throws io.haumea.sdk.error.HaumeaException if the key holds something else than a number
     */
    long increment(String key, long amount);
}
