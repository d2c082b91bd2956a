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

/**
 * What a scalar function does. Called by one thread at a time for each place in a rule; must not
 * block.
 */
@FunctionalInterface
public interface ScalarCall {

    /**
     * Computes the result for one row.
     *
     * @param arguments SDK values (see {@link io.haumea.sdk.data.DataType}); null where an argument
     *     is NULL. Reused after the call: copy what you keep
     * @return an SDK value, or null for NULL
     * @throws io.haumea.sdk.error.HaumeaException if the values don't fit; the rule goes on, and
     *     its sinks get an error event
     */
    @Nullable Object call(@Nullable Object[] arguments);
}
