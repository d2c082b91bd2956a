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

/**
 * A SQL function that describes itself: checks at rule creation, the reference page and the console
 * read the same description. Immutable; made by {@link ScalarFunction#named} or {@link
 * AggregateFunction#named}.
 */
public sealed interface FunctionDefinition permits DescribedFunction {

    /** The name, found in SQL without regard to case. */
    String name();

    /** What it does, in a few sentences. */
    String summary();

    /** Its arguments in order, as the documentation shows them; empty if not described. */
    List<Parameter> parameters();

    /** Calls with their results, such as {@code celsius(212) = 100}. */
    List<String> examples();

    /**
     * Whether equal arguments always give equal results and nothing else is read, such as the
     * clock.
     */
    boolean deterministic();

    /**
     * Checks the arguments of a call when a rule is created.
     *
     * @param arguments what is known of each argument
     * @return what is wrong, in one sentence, or empty
     */
    Optional<String> check(List<Argument> arguments);

    /**
     * The type of the result.
     *
     * @param arguments the types of the arguments
     * @return the type; {@link DataType#ANY} if it depends on the values
     */
    DataType resultType(List<DataType> arguments);
}
