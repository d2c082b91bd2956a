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

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function of the values in one row. Immutable.
 *
 * <pre>{@code
 * ScalarFunction.named("celsius")
 *         .summary("Converts degrees Fahrenheit to Celsius.")
 *         .parameter("degrees", "a temperature in degrees Fahrenheit")
 *         .example("celsius(212) = 100")
 *         .check(ArgumentCheck.count(1).and(ArgumentCheck.number(0)))
 *         .returns(DataType.FLOAT)
 *         .call(arguments -> (((Number) arguments[0]).doubleValue() - 32) / 1.8);
 * }</pre>
 */
public final class ScalarFunction extends DescribedFunction {

    private final Function<FunctionContext, ScalarCall> factory;
    private final boolean deterministic;
    private final boolean contextual;

    private ScalarFunction(
            Builder description,
            Function<FunctionContext, ScalarCall> factory,
            boolean contextual) {
        super(description);
        this.factory = factory;
        this.deterministic = description.deterministic;
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
    public boolean deterministic() {
        return deterministic;
    }

    /**
     * Whether each place in a rule has an instance of its own, because the function keeps state or
     * asks for the time.
     */
    public boolean contextual() {
        return contextual;
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

    /**
     * Describes a scalar function; ends with {@link #call}, {@link #callPerPlace} or {@link
     * #contextualCall}.
     */
    public static final class Builder extends FunctionBuilder<Builder> {
        private boolean deterministic = true;

        private Builder(String name) {
            super(name);
        }

        @Override
        Builder self() {
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
         * Ends the description of a function that needs nothing but its arguments, and is faster if
         * it keeps something between calls, such as a pattern that it has compiled.
         *
         * @param factory makes what is called in one place of one rule, by one thread at a time
         * @return the function
         */
        public ScalarFunction callPerPlace(Supplier<? extends ScalarCall> factory) {
            return new ScalarFunction(this, context -> factory.get(), false);
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
