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
package io.haumea.sdk.function;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The running result of an aggregate function over the rows of one group in one window. Used by one
 * thread; must not block.
 */
@ConsumerType
public interface Accumulator {

    /**
     * Takes in one row.
     *
     * @param arguments SDK values; null where an argument is NULL. Reused after the call: copy what
     *     you keep
     * @throws io.haumea.sdk.error.HaumeaException if the values don't fit; the window's result is
     *     then an error event
     */
    void add(@Nullable Object[] arguments);

    /**
     * The result over the rows taken in so far.
     *
     * @return an SDK value, or null for NULL
     * @throws io.haumea.sdk.error.HaumeaException if the rows have none, such as a sum that left
     *     the range of its type; the window's result is then an error event
     */
    @Nullable Object result();

    /**
     * What is to be saved so that {@link #restore} on a new accumulator continues from here.
     *
     * @return an SDK value, or null if there is nothing to save
     */
    @Nullable Object save();

    /**
     * Continues from what {@link #save} gave. Called at most once, on a new accumulator.
     *
     * @param saved what was saved
     */
    void restore(@Nullable Object saved);
}
