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

import io.haumea.sdk.data.DataType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function of all rows in a group or window. Immutable.
 *
 * <pre>{@code
 * AggregateFunction.named("range")
 *         .summary("The difference between the greatest and the least value.")
 *         .example("range(temperature) = 12.5")
 *         .check(ArgumentCheck.count(1).and(ArgumentCheck.number(0)))
 *         .returns(DataType.FLOAT)
 *         .accumulator(RangeAccumulator::new);
 * }</pre>
 */
public final class AggregateFunction implements FunctionDefinition {

    private final Builder description;
    private final Supplier<? extends Accumulator> factory;

    private AggregateFunction(Builder description, Supplier<? extends Accumulator> factory) {
        this.description = description;
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

    @Override
    public String name() {
        return description.name;
    }

    @Override
    public String summary() {
        return description.summary;
    }

    @Override
    public String example() {
        return description.example;
    }

    /** Always true: an aggregate sees its arguments alone. */
    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Optional<String> check(List<Argument> arguments) {
        return description.check.check(description.name, arguments);
    }

    @Override
    public DataType resultType(List<DataType> arguments) {
        return description.result.apply(arguments);
    }

    /** A new accumulator that has taken in nothing. */
    public Accumulator newAccumulator() {
        return factory.get();
    }

    /** Describes an aggregate function; ends with {@link #accumulator}. */
    public static final class Builder {
        private final String name;
        private String summary = "";
        private String example = "";
        private ArgumentCheck check = ArgumentCheck.ANY;
        private Function<List<DataType>, DataType> result = types -> DataType.ANY;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * What it does.
         *
         * @param text one or two sentences
         * @return this
         */
        public Builder summary(String text) {
            summary = text;
            return this;
        }

        /**
         * A call with its result.
         *
         * @param text such as {@code range(temperature) = 12.5}
         * @return this
         */
        public Builder example(String text) {
            example = text;
            return this;
        }

        /**
         * How arguments are checked when a rule is created; anything goes if not given.
         *
         * @param arguments the check
         * @return this
         */
        public Builder check(ArgumentCheck arguments) {
            check = arguments;
            return this;
        }

        /**
         * The type of the result; known only at run time if not given.
         *
         * @param type the type
         * @return this
         */
        public Builder returns(DataType type) {
            result = types -> type;
            return this;
        }

        /**
         * The type of the result where it depends on the arguments.
         *
         * @param type from the types of the arguments
         * @return this
         */
        public Builder returns(Function<List<DataType>, DataType> type) {
            result = type;
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
