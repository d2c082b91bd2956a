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
 * Checks the arguments of a call when a rule is created. Only literals can be wrong then; columns
 * and expressions are checked when they have values.
 */
@FunctionalInterface
public interface ArgumentCheck {

    /** Takes anything. */
    ArgumentCheck ANY = (function, arguments) -> Optional.empty();

    /**
     * Checks.
     *
     * @param function the name as written in the call
     * @param arguments what is known of each argument
     * @return what is wrong, in one sentence, or empty
     */
    Optional<String> check(String function, List<Argument> arguments);

    /**
     * Takes so many arguments.
     *
     * @param count how many
     * @return the check
     */
    static ArgumentCheck count(int count) {
        return (function, arguments) ->
                arguments.size() == count
                        ? Optional.empty()
                        : Optional.of(
                                "The arguments for " + function + " should be " + count + ".");
    }

    /**
     * Takes a number in a place: a literal there must be one. How many arguments there are is for
     * {@link #count} to check.
     *
     * @param index the place, from 0
     * @return the check
     */
    static ArgumentCheck number(int index) {
        return literal(index, "number - float or int", List.of(DataType.BIGINT, DataType.FLOAT));
    }

    /**
     * Takes a whole number in a place.
     *
     * @param index the place, from 0
     * @return the check
     */
    static ArgumentCheck whole(int index) {
        return literal(index, "int", List.of(DataType.BIGINT));
    }

    /**
     * Takes a text in a place.
     *
     * @param index the place, from 0
     * @return the check
     */
    static ArgumentCheck text(int index) {
        return literal(index, "string", List.of(DataType.STRING));
    }

    /**
     * Both checks; the first that finds something wins.
     *
     * @param next the second check
     * @return the check
     */
    default ArgumentCheck and(ArgumentCheck next) {
        return (function, arguments) ->
                check(function, arguments).or(() -> next.check(function, arguments));
    }

    private static ArgumentCheck literal(int index, String wanted, List<DataType> types) {
        return (function, arguments) -> {
            if (index >= arguments.size()) {
                return Optional.empty();
            }
            Argument argument = arguments.get(index);
            boolean wrong =
                    argument.kind() == Argument.Kind.TIME_UNIT
                            || (argument.literal() && !types.contains(argument.type()));
            return wrong
                    ? Optional.of(
                            "Expect "
                                    + wanted
                                    + " type for "
                                    + (index + 1)
                                    + " parameter of function "
                                    + function
                                    + ".")
                    : Optional.empty();
        };
    }
}
