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

import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.MergeableAccumulator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the least or the greatest value. NaN beats every number, so that it is not lost. */
final class ExtremeAccumulator implements MergeableAccumulator {

    private final String function;
    private final boolean greatest;

    /** Decides the kind; kept as it is, for error texts. */
    private @Nullable Object first;

    private @Nullable Object extreme;

    ExtremeAccumulator(String function, boolean greatest) {
        this.function = function;
        this.greatest = greatest;
    }

    @Override
    public void add(@Nullable Object[] arguments) {
        Object value = arguments[0];
        if (value != null) {
            take(value, value);
        }
    }

    @Override
    public void merge(Accumulator later) {
        ExtremeAccumulator other = (ExtremeAccumulator) later;
        if (other.first != null && other.extreme != null) {
            take(other.first, other.extreme);
        }
    }

    private void take(Object decisive, Object value) {
        if (first == null) {
            if (ValueKind.of(decisive) == ValueKind.OTHER) {
                throw ValueKind.unusable(function, decisive);
            }
            first = decisive;
        } else {
            ValueKind.of(first).require(decisive);
        }
        extreme = extreme == null ? plain(value) : better(extreme, plain(value));
    }

    private static Object plain(Object value) {
        return value instanceof Number number && !(value instanceof Long)
                ? (Object) number.doubleValue()
                : value;
    }

    private Object better(Object mine, Object other) {
        if (mine instanceof Long a && other instanceof Long b) {
            return (greatest ? b > a : b < a) ? other : mine;
        }
        if (mine instanceof Double a && other instanceof Double b) {
            return greatest ? Math.max(a, b) : Math.min(a, b);
        }
        int order = TextOrder.BY_BYTES.compare((String) other, (String) mine);
        return (greatest ? order > 0 : order < 0) ? other : mine;
    }

    @Override
    public @Nullable Object result() {
        return extreme;
    }

    @Override
    public @Nullable Object save() {
        return first == null || extreme == null ? null : List.of(first, extreme);
    }

    @Override
    public void restore(@Nullable Object saved) {
        if (saved instanceof List<?> state) {
            first = state.get(0);
            extreme = state.get(1);
        }
    }
}
