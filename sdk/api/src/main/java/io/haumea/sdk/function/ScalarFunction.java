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

/**
 * A function of the values in one row. Immutable.
 *
 * <pre>{@code
 * ScalarFunction.named("celsius")
 *         .summary("Converts degrees Fahrenheit to Celsius.")
 *         .example("celsius(212) = 100")
 *         .check(ArgumentCheck.count(1).and(ArgumentCheck.number(0)))
 *         .returns(DataType.FLOAT)
 *         .call(arguments -> (((Number) arguments[0]).doubleValue() - 32) / 1.8);
 * }</pre>
 */
public final class ScalarFunction implements FunctionDefinition {

    private final Builder description;
    private final Function<FunctionContext, ScalarCall> factory;
    private final boolean contextual;

    private ScalarFunction(
            Builder description,
            Function<FunctionContext, ScalarCall> factory,
            boolean contextual) {
        this.description = description;
        this.factory = factory;
        this.contextual = contextual;
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

    @Override
    public boolean deterministic() {
        return description.deterministic;
    }

    /**
     * Whether each place in a rule has an instance of its own, because the function keeps state or
     * asks for the time.
     */
    public boolean contextual() {
        return contextual;
    }

    @Override
    public Optional<String> check(List<Argument> arguments) {
        return description.check.check(description.name, arguments);
    }

    @Override
    public DataType resultType(List<DataType> arguments) {
        return description.result.apply(arguments);
    }

    /**
     * Makes the function for one place in a rule.
     *
     * @param context what the engine offers there
     * @return what to call
     */
    public ScalarCall instantiate(FunctionContext context) {
        return factory.apply(context);
    }

    /** Describes a scalar function; ends with {@link #call} or {@link #contextualCall}. */
    public static final class Builder {
        private final String name;
        private String summary = "";
        private String example = "";
        private boolean deterministic = true;
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
         * @param text such as {@code celsius(212) = 100}
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
         * Says that equal arguments may give unequal results.
         *
         * @return this
         */
        public Builder nondeterministic() {
            deterministic = false;
            return this;
        }

        /**
         * Ends the description of a function that needs nothing but its arguments.
         *
         * @param call what it does; thread-safe
         * @return the function
         */
        public ScalarFunction call(ScalarCall call) {
            return new ScalarFunction(this, context -> call, false);
        }

        /**
         * Ends the description of a function that keeps state or asks for the time; it counts as
         * not deterministic.
         *
         * @param factory makes what is called in one place of one rule
         * @return the function
         */
        public ScalarFunction contextualCall(Function<FunctionContext, ScalarCall> factory) {
            deterministic = false;
            return new ScalarFunction(this, factory, true);
        }
    }
}
