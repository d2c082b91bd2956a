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

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.ScalarCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How scalar functions read their arguments. */
final class Arguments {

    /** Doubles from here on are beyond the 64-bit range. */
    private static final double LONG_LIMIT = 0x1p63;

    private Arguments() {}

    /** What a function does with arguments that are not NULL. */
    @FunctionalInterface
    interface Call {
        Object call(Object[] arguments);
    }

    /** NULL in, NULL out. */
    static ScalarCall nullable(Call call) {
        return arguments -> {
            for (Object argument : arguments) {
                if (argument == null) {
                    return null;
                }
            }
            return call.call(arguments);
        };
    }

    /** Takes one number and gives a double. */
    interface DoubleCall {
        double call(double argument);
    }

    static ScalarCall number(DoubleCall call) {
        return nullable(arguments -> call.call(number(arguments[0])));
    }

    /** A number as a double. */
    static double number(Object value) {
        if (value instanceof Long || value instanceof Double || value instanceof ExactNumber) {
            return ((Number) value).doubleValue();
        }
        throw invalid("only float64 & int type are supported");
    }

    /** A whole number, also one that is written as a double; empty for anything else. */
    static OptionalLong whole(Object value) {
        if (value instanceof Long number) {
            return OptionalLong.of(number);
        }
        if (value instanceof Double number
                && number == Math.rint(number)
                && Math.abs(number) < LONG_LIMIT) {
            return OptionalLong.of(number.longValue());
        }
        return OptionalLong.empty();
    }

    /** A number cut off towards zero; too great ones become the greatest long. */
    static OptionalLong cut(Object value) {
        return value instanceof Number number
                ? OptionalLong.of(value instanceof Long whole ? whole : (long) number.doubleValue())
                : OptionalLong.empty();
    }

    /** The text of a value of any kind. */
    static String text(Object value) {
        return value instanceof String text ? text : ValueText.of(value);
    }

    /** Takes so many arguments or more. */
    static ArgumentCheck atLeast(int count, String problem) {
        return (function, arguments) ->
                arguments.size() >= count
                        ? Optional.empty()
                        : Optional.of(problem.replace("%s", function));
    }

    /** Texts in the first few places. */
    static ArgumentCheck texts(int count) {
        ArgumentCheck check = ArgumentCheck.count(count);
        for (int i = 0; i < count; i++) {
            check = check.and(ArgumentCheck.text(i));
        }
        return check;
    }

    /** Takes texts in all places. */
    static Optional<String> everyText(String function, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Optional<String> wrong = ArgumentCheck.text(i).check(function, arguments);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /** The exception for values that a function doesn't take. */
    static HaumeaException invalid(String message) {
        return new HaumeaException(ErrorCode.INVALID_ARGUMENT, message);
    }
}
