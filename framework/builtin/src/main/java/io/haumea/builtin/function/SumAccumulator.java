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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.MergeableAccumulator;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds numbers up, and divides for the mean. Whole numbers add up in 128 bits, so that only the
 * result can be too great, whatever the order in which parts are merged.
 */
final class SumAccumulator implements MergeableAccumulator {

    private final String function;
    private final boolean mean;

    /** Decides the kind; kept as it is, for error texts. */
    private @Nullable Object first;

    private boolean whole;
    private long count;
    private double floatSum;
    private long low;
    private long high;

    SumAccumulator(String function, boolean mean) {
        this.function = function;
        this.mean = mean;
    }

    @Override
    public void add(@Nullable Object[] arguments) {
        Object value = arguments[0];
        if (value == null) {
            return;
        }
        decide(value);
        count++;
        if (whole) {
            long number = (Long) value;
            addWide(number, number >> 63);
        } else {
            floatSum += ((Number) value).doubleValue();
        }
    }

    @Override
    public void merge(Accumulator later) {
        SumAccumulator other = (SumAccumulator) later;
        if (other.first == null) {
            return;
        }
        decide(other.first);
        count += other.count;
        floatSum += other.floatSum;
        addWide(other.low, other.high);
    }

    private void decide(Object value) {
        if (first != null) {
            (whole ? ValueKind.WHOLE : ValueKind.FLOAT).require(value);
            return;
        }
        ValueKind kind = ValueKind.of(value);
        if (kind != ValueKind.WHOLE && kind != ValueKind.FLOAT) {
            throw ValueKind.unusable(function, value);
        }
        whole = kind == ValueKind.WHOLE;
        first = value;
    }

    private void addWide(long otherLow, long otherHigh) {
        low += otherLow;
        boolean carry = Long.compareUnsigned(low, otherLow) < 0;
        high += otherHigh + (carry ? 1 : 0);
    }

    @Override
    public @Nullable Object result() {
        if (first == null) {
            return null;
        }
        if (!whole) {
            return mean ? floatSum / count : floatSum;
        }
        if (high == low >> 63) {
            return mean ? low / count : low;
        }
        BigInteger sum = wideSum();
        if (!mean) {
            throw new HaumeaException(
                    ErrorCode.INVALID_ARGUMENT,
                    "run "
                            + function
                            + " function error: the sum "
                            + sum
                            + " is beyond the range of bigint");
        }
        return sum.divide(BigInteger.valueOf(count)).longValueExact();
    }

    private BigInteger wideSum() {
        BigInteger lowPart = BigInteger.valueOf(low);
        return BigInteger.valueOf(high)
                .add(low < 0 ? BigInteger.ONE : BigInteger.ZERO)
                .shiftLeft(Long.SIZE)
                .add(lowPart);
    }

    @Override
    public @Nullable Object save() {
        if (first == null) {
            return null;
        }
        return whole ? List.of(first, count, low, high) : List.of(first, count, floatSum);
    }

    @Override
    public void restore(@Nullable Object saved) {
        if (saved instanceof List<?> state) {
            first = state.get(0);
            count = (Long) state.get(1);
            whole = first instanceof Long;
            if (whole) {
                low = (Long) state.get(2);
                high = (Long) state.get(3);
            } else {
                floatSum = (Double) state.get(2);
            }
        }
    }
}
