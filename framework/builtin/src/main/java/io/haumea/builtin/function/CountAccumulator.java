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
package io.haumea.builtin.function;

import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.MergeableAccumulator;
import org.jspecify.annotations.Nullable;

/** Counts values that are not NULL, or rows where there is no argument but the star. */
final class CountAccumulator implements MergeableAccumulator {

    private long count;

    @Override
    public void add(@Nullable Object[] arguments) {
        if (arguments.length == 0 || arguments[0] != null) {
            count++;
        }
    }

    @Override
    public void merge(Accumulator later) {
        count += ((CountAccumulator) later).count;
    }

    @Override
    public Object result() {
        return count;
    }

    @Override
    public Object save() {
        return count;
    }

    @Override
    public void restore(@Nullable Object saved) {
        count = saved instanceof Long kept ? kept : 0;
    }
}
