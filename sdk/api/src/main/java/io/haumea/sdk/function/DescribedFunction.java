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
import java.util.Optional;
import java.util.function.Function;

/** What every kind of function tells of itself, as a builder has collected it. Immutable. */
abstract sealed class DescribedFunction implements FunctionDefinition
        permits ScalarFunction, AggregateFunction {

    private final String name;
    private final String summary;
    private final List<Parameter> parameters;
    private final List<String> examples;
    private final ArgumentCheck check;
    private final Function<List<DataType>, DataType> result;

    DescribedFunction(FunctionBuilder<?> description) {
        name = description.name;
        summary = description.summary;
        parameters = List.copyOf(description.parameters);
        examples = List.copyOf(description.examples);
        check = description.check;
        result = description.result;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final List<String> examples() {
        return examples;
    }

    @Override
    public final Optional<String> check(List<Argument> arguments) {
        return check.check(name, arguments);
    }

    @Override
    public final DataType resultType(List<DataType> arguments) {
        return result.apply(arguments);
    }
}
