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

import java.util.function.Supplier;

/**
 * A function of all rows in a group or window. Immutable.
 *
 * <pre>{@code
 * AggregateFunction.named("range")
 *         .summary("The difference between the greatest and the least value.")
 *         .parameter("value", "a number")
 *         .example("range(temperature) = 12.5 over temperature = 3, 15.5")
 *         .check(ArgumentCheck.count(1).and(ArgumentCheck.number(0)))
 *         .returns(DataType.FLOAT)
 *         .accumulator(RangeAccumulator::new);
 * }</pre>
 */
public final class AggregateFunction extends DescribedFunction {

    private final Supplier<? extends Accumulator> factory;

    private AggregateFunction(Builder description, Supplier<? extends Accumulator> factory) {
        super(description);
        this.factory = factory;
    }

    /**
     * Begins the description of a function.
     *
     * @param name its name in SQL
     * @return a builder
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Always true: an aggregate sees its arguments alone. */
    @Override
    public boolean deterministic() {
        return true;
    }

    /** A new accumulator that has taken in nothing. */
    public Accumulator newAccumulator() {
        return factory.get();
    }

    /** Describes an aggregate function; ends with {@link #accumulator}. */
    public static final class Builder extends FunctionBuilder<Builder> {

        private Builder(String name) {
            super(name);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Ends the description.
         *
         * @param factory makes an accumulator that has taken in nothing
         * @return the function
         */
        public AggregateFunction accumulator(Supplier<? extends Accumulator> factory) {
            return new AggregateFunction(this, factory);
        }
    }
}
