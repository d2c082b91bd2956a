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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import java.util.List;
import java.util.Optional;

/** count, sum, avg, min, max. All skip NULL, and all but count give NULL where nothing is left. */
final class AggregateFunctions {

    private static final ArgumentCheck ONE_NUMBER =
            ArgumentCheck.count(1).and(AggregateFunctions::noStar).and(ArgumentCheck.number(0));

    private static final String NUMBER = "a number; NULL does not count";
    private static final String VALUE = "a number or a text; NULL does not count";

    private AggregateFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(count(), sum(), avg(), min(), max());
    }

    private static FunctionDefinition count() {
        return AggregateFunction.named("count")
                .summary("The number of values that are not NULL; count(*) is the number of rows.")
                .parameter("value", "any expression, or * for the rows")
                .example("count(a) = 2 over a = 1, null, 3")
                .example("count(*) = 3 over a = 1, null, 3")
                .check(ArgumentCheck.count(1))
                .returns(DataType.BIGINT)
                .accumulator(CountAccumulator::new);
    }

    private static FunctionDefinition sum() {
        return AggregateFunction.named("sum")
                .summary(
                        "The sum of numbers of one type; an error where whole numbers leave the"
                                + " 64-bit range.")
                .parameter("number", NUMBER)
                .example("sum(a) = 6 over a = 1, null, 2, 3")
                .check(ONE_NUMBER)
                .returns(AggregateFunctions::sameNumber)
                .accumulator(() -> new SumAccumulator("sum", false));
    }

    private static FunctionDefinition avg() {
        return AggregateFunction.named("avg")
                .summary(
                        "The mean of numbers of one type. That of BIGINT values is a whole number,"
                                + " cut off towards zero: use avg(cast(a, \"float\")) for a"
                                + " fraction.")
                .parameter("number", NUMBER)
                .example("avg(a) = 1.5 over a = 1.0, 2.0")
                .check(ONE_NUMBER)
                .returns(AggregateFunctions::sameNumber)
                .accumulator(() -> new SumAccumulator("avg", true));
    }

    private static FunctionDefinition min() {
        return AggregateFunction.named("min")
                .summary("The least of numbers or texts of one type; texts compare byte by byte.")
                .parameter("value", VALUE)
                .example("min(a) = 1 over a = 3, 1, 2")
                .check(ONE_NUMBER)
                .returns(AggregateFunctions::same)
                .accumulator(() -> new ExtremeAccumulator("min", false));
    }

    private static FunctionDefinition max() {
        return AggregateFunction.named("max")
                .summary(
                        "The greatest of numbers or texts of one type; texts compare byte by"
                                + " byte.")
                .parameter("value", VALUE)
                .example("max(a) = \"c\" over a = \"a\", \"c\", \"b\"")
                .check(ONE_NUMBER)
                .returns(AggregateFunctions::same)
                .accumulator(() -> new ExtremeAccumulator("max", true));
    }

    /** A star is a row, and a row is no number. */
    private static Optional<String> noStar(String function, List<Argument> arguments) {
        return arguments.get(0).kind() == Argument.Kind.STAR
                ? Optional.of(
                        "Expect number - float or int type for 1 parameter of function "
                                + function
                                + ".")
                : Optional.empty();
    }

    private static DataType same(List<DataType> arguments) {
        DataType type = arguments.get(0);
        return type == DataType.STRING ? type : sameNumber(arguments);
    }

    private static DataType sameNumber(List<DataType> arguments) {
        DataType type = arguments.get(0);
        return type == DataType.BIGINT || type == DataType.FLOAT ? type : DataType.ANY;
    }
}
