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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is described in the same way for every kind of function. Only the name is needed; the rest
 * is for the checks at rule creation and for those who look a function up.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FunctionBuilder<B extends FunctionBuilder<B>>
        permits ScalarFunction.Builder, AggregateFunction.Builder {

    final String name;
    final List<Parameter> parameters = new ArrayList<>();
    final List<String> examples = new ArrayList<>();
    String summary = "";
    ArgumentCheck check = ArgumentCheck.ANY;
    Function<List<DataType>, DataType> result = types -> DataType.ANY;

    FunctionBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    abstract B self();

    /**
     * What it does.
     *
     * @param text a few sentences
     * @return this
     */
    public final B summary(String text) {
        summary = text;
        return self();
    }

    /**
     * The next argument, for the documentation; what is checked is said by {@link #check}.
     *
     * @param parameter its name, such as {@code text}
     * @param meaning what it is, in a phrase such as {@code where to begin, counted from 0}
     * @return this
     */
    public final B parameter(String parameter, String meaning) {
        parameters.add(new Parameter(parameter, meaning, Parameter.Occurrence.ONCE));
        return self();
    }

    /**
     * The next argument, which may be left out.
     *
     * @param parameter its name
     * @param meaning what it is, and what happens without it
     * @return this
     */
    public final B optionalParameter(String parameter, String meaning) {
        parameters.add(new Parameter(parameter, meaning, Parameter.Occurrence.OPTIONAL));
        return self();
    }

    /**
     * The last argument, which may be given any number of times.
     *
     * @param parameter its name
     * @param meaning what each of them is
     * @return this
     */
    public final B repeatedParameter(String parameter, String meaning) {
        parameters.add(new Parameter(parameter, meaning, Parameter.Occurrence.REPEATED));
        return self();
    }

    /**
     * A call with its result. May be called more than once.
     *
     * @param text such as {@code celsius(212) = 100}; columns have their values after {@code for}
     *     or, in aggregates, {@code over}: {@code range(t) = 12.5 over t = 3, 15.5}
     * @return this
     */
    public final B example(String text) {
        examples.add(text);
        return self();
    }

    /**
     * How arguments are checked when a rule is created; anything goes if not given.
     *
     * @param arguments the check
     * @return this
     */
    public final B check(ArgumentCheck arguments) {
        check = arguments;
        return self();
    }

    /**
     * The type of the result; known only at run time if not given.
     *
     * @param type the type
     * @return this
     */
    public final B returns(DataType type) {
        result = types -> type;
        return self();
    }

    /**
     * The type of the result where it depends on the arguments.
     *
     * @param type from the types of the arguments
     * @return this
     */
    public final B returns(Function<List<DataType>, DataType> type) {
        result = type;
        return self();
    }
}
