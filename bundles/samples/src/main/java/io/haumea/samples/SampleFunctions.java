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
package io.haumea.samples;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * Two functions in one library. One component offers as many functions as it likes; each describes
 * itself, and the checks at rule creation, the reference page and the console read that.
 */
@Component
public final class SampleFunctions implements FunctionLibrary {

    /** Takes one argument, which must be a number if it is a literal; columns are seen later. */
    private static final ArgumentCheck ONE_NUMBER =
            ArgumentCheck.count(1).and(ArgumentCheck.number(0));

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(range(), celsius());
    }

    private static FunctionDefinition range() {
        return AggregateFunction.named("range")
                .summary("The difference between the greatest and the least value.")
                .parameter("value", "a number")
                .example("range(temperature) = 12.5 over temperature = 3, 15.5")
                .check(ONE_NUMBER)
                .returns(DataType.FLOAT)
                .accumulator(RangeAccumulator::new);
    }

    private static FunctionDefinition celsius() {
        return ScalarFunction.named("celsius")
                .summary("Converts degrees Fahrenheit to Celsius.")
                .parameter("degrees", "a temperature in degrees Fahrenheit")
                .example("celsius(212) = 100")
                .check(ONE_NUMBER)
                .returns(DataType.FLOAT)
                .call(arguments -> toCelsius(arguments[0]));
    }

    /** NULL in, NULL out, as the functions of SQL do. */
    private static @Nullable Double toCelsius(@Nullable Object fahrenheit) {
        return fahrenheit == null ? null : (number("celsius", fahrenheit) - 32) / 1.8;
    }

    /**
     * An argument as a number. A column may hold anything at run time, so that each function looks
     * for itself; the sentence becomes an error event of the rule, which goes on.
     *
     * @param function who wants a number, for the message
     * @param value a value that is not NULL
     * @return the number
     * @throws HaumeaException with INVALID_ARGUMENT if it is none
     */
    static double number(String function, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new HaumeaException(
                ErrorCode.INVALID_ARGUMENT,
                function + " takes a number, but got '" + value + "'",
                "Convert it with cast(…, \"float\"), or leave such rows out with WHERE.",
                null);
    }
}
