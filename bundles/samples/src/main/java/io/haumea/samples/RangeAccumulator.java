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
package io.haumea.samples;

import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.MergeableAccumulator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Greatest minus least value of the rows of one group in one window. NULL values are skipped;
 * without any value the result is NULL.
 *
 * <p>Keeps two numbers and not the rows, and can be merged: a window whose aggregates all can keeps
 * no rows either, however long it is.
 */
final class RangeAccumulator implements MergeableAccumulator {

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    @Override
    public void add(@Nullable Object[] arguments) {
        Object value = arguments[0];
        if (value != null) {
            double number = SampleFunctions.number("range", value);
            take(number, number);
        }
    }

    @Override
    public void merge(Accumulator later) {
        RangeAccumulator other = (RangeAccumulator) later;
        take(other.least, other.greatest);
    }

    private void take(double low, double high) {
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
    }

    private boolean empty() {
        return least > greatest;
    }

    @Override
    public @Nullable Object result() {
        return empty() ? null : greatest - least;
    }

    /** SDK values alone: what is saved may be read by a later version of this plugin. */
    @Override
    public @Nullable Object save() {
        return empty() ? null : List.of(least, greatest);
    }

    @Override
    public void restore(@Nullable Object saved) {
        if (saved instanceof List<?> pair) {
            take(((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).doubleValue());
        }
    }
}
