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

import static io.haumea.builtin.function.Arguments.nullable;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;

/** Numbers in, numbers out; NULL gives NULL. */
final class MathFunctions {

    private static final ArgumentCheck ONE_NUMBER =
            ArgumentCheck.count(1).and(ArgumentCheck.number(0));
    private static final ArgumentCheck TWO_NUMBERS =
            ArgumentCheck.count(2).and(ArgumentCheck.number(0)).and(ArgumentCheck.number(1));
    private static final ArgumentCheck TWO_WHOLES =
            ArgumentCheck.count(2).and(ArgumentCheck.whole(0)).and(ArgumentCheck.whole(1));

    private static final double LOG_10_OF_E = 0.4342944819032518;
    private static final String WHOLE = "a whole number";

    private MathFunctions() {}

    static List<FunctionDefinition> all() {
        return Stream.of(trigonometry(), powers(), rounding(), bits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunctionDefinition> trigonometry() {
        return List.of(
                real("acos", "The angle in radians with that cosine.", "acos(1) = 0", Math::acos),
                real("asin", "The angle in radians with that sine.", "asin(0) = 0", Math::asin),
                real("atan", "The angle in radians with that tangent.", "atan(0) = 0", Math::atan),
                real("cos", "The cosine of an angle in radians.", "cos(0) = 1", Math::cos),
                real("cosh", "The hyperbolic cosine.", "cosh(0) = 1", Math::cosh),
                real("sin", "The sine of an angle in radians.", "sin(0) = 0", Math::sin),
                real("sinh", "The hyperbolic sine.", "sinh(0) = 0", Math::sinh),
                real("tan", "The tangent of an angle in radians.", "tan(0) = 0", Math::tan),
                real("tanh", "The hyperbolic tangent.", "tanh(0) = 0", Math::tanh),
                binary(
                        "atan2",
                        new String[] {"y", "x"},
                        "The angle in radians of the point (x, y), given as y, x.",
                        "atan2(0, 1) = 0",
                        Math::atan2));
    }

    private static List<FunctionDefinition> powers() {
        return List.of(
                real("exp", "e to that power.", "exp(0) = 1", Math::exp),
                real("ln", "The natural logarithm.", "ln(1) = 0", Math::log),
                real("log", "The logarithm to base 10.", "log(100) = 2", MathFunctions::log10),
                real("sqrt", "The square root.", "sqrt(4) = 2", Math::sqrt),
                binary(
                        "power",
                        new String[] {"base", "exponent"},
                        "The first number to the power of the second.",
                        "power(10, 3) = 1000",
                        Math::pow),
                binary(
                        "mod",
                        new String[] {"dividend", "divisor"},
                        "The remainder of a division, with the sign of the first number.",
                        "mod(10, 3) = 1",
                        (a, b) -> a % b),
                ScalarFunction.named("rand")
                        .summary("A random number from 0 to less than 1.")
                        .example("rand() = 0.5488")
                        .check(ArgumentCheck.count(0))
                        .returns(DataType.FLOAT)
                        .contextualCall(context -> arguments -> context.random().nextDouble()));
    }

    private static List<FunctionDefinition> rounding() {
        return List.of(
                real(
                        "ceil",
                        "The least whole number that is not less.",
                        "ceil(1.6) = 2",
                        Math::ceil),
                real(
                        "round",
                        "The nearest whole number; halves go away from zero.",
                        "round(10.5) = 11",
                        MathFunctions::round),
                ScalarFunction.named("abs")
                        .summary("The number without its sign.")
                        .parameter("number", "a number")
                        .example("abs(-1.5) = 1.5")
                        .check(ONE_NUMBER)
                        .returns(
                                types ->
                                        types.get(0) == DataType.BIGINT
                                                        || types.get(0) == DataType.FLOAT
                                                ? types.get(0)
                                                : DataType.ANY)
                        .call(nullable(arguments -> abs(arguments[0]))),
                ScalarFunction.named("sign")
                        .summary("-1, 0 or 1, as the number is below, at or above zero.")
                        .parameter("number", "a number")
                        .example("sign(-3.5) = -1")
                        .check(ONE_NUMBER)
                        .returns(DataType.BIGINT)
                        .call(nullable(arguments -> sign(arguments[0]))));
    }

    private static List<FunctionDefinition> bits() {
        return List.of(
                bitwise("bitand", "The bits that both have.", "bitand(6, 3) = 2", (a, b) -> a & b),
                bitwise("bitor", "The bits that either has.", "bitor(6, 3) = 7", (a, b) -> a | b),
                bitwise(
                        "bitxor",
                        "The bits that one of them has.",
                        "bitxor(6, 3) = 5",
                        (a, b) -> a ^ b),
                ScalarFunction.named("bitnot")
                        .summary("The bits that it has not.")
                        .parameter("bits", WHOLE)
                        .example("bitnot(1) = -2")
                        .check(ArgumentCheck.count(1).and(ArgumentCheck.whole(0)))
                        .returns(DataType.BIGINT)
                        .call(nullable(arguments -> bitNot(arguments[0]))));
    }

    private static FunctionDefinition real(
            String name, String summary, String example, Arguments.DoubleCall call) {
        return ScalarFunction.named(name)
                .summary(summary)
                .parameter("number", "a number")
                .example(example)
                .check(ONE_NUMBER)
                .returns(DataType.FLOAT)
                .call(Arguments.number(call));
    }

    private static FunctionDefinition binary(
            String name,
            String[] names,
            String summary,
            String example,
            DoubleBinaryOperator operator) {
        return ScalarFunction.named(name)
                .summary(summary)
                .parameter(names[0], "a number")
                .parameter(names[1], "a number")
                .example(example)
                .check(TWO_NUMBERS)
                .returns(DataType.FLOAT)
                .call(
                        nullable(
                                arguments ->
                                        operator.applyAsDouble(
                                                Arguments.number(arguments[0]),
                                                Arguments.number(arguments[1]))));
    }

    private static FunctionDefinition bitwise(
            String name, String summary, String example, LongBinaryOperator operator) {
        return ScalarFunction.named(name)
                .summary(summary)
                .parameter("bits", WHOLE)
                .parameter("others", WHOLE)
                .example(example)
                .check(TWO_WHOLES)
                .returns(DataType.BIGINT)
                .call(nullable(arguments -> bitwise(operator, arguments)));
    }

    private static Object bitwise(LongBinaryOperator operator, Object[] arguments) {
        OptionalLong left = Arguments.whole(arguments[0]);
        OptionalLong right = Arguments.whole(arguments[1]);
        if (left.isEmpty() || right.isEmpty()) {
            throw Arguments.invalid("Expect int type for both operands.");
        }
        return operator.applyAsLong(left.getAsLong(), right.getAsLong());
    }

    private static Object sign(Object value) {
        return (long) Math.signum(Arguments.number(value));
    }

    private static Object bitNot(Object value) {
        OptionalLong number = Arguments.whole(value);
        if (number.isEmpty()) {
            throw Arguments.invalid("Expect int type for operand.");
        }
        return ~number.getAsLong();
    }

    private static Object abs(Object value) {
        if (value instanceof Long number) {
            if (number == Long.MIN_VALUE) {
                throw Arguments.invalid("the result is beyond the range of bigint");
            }
            return Math.abs(number);
        }
        return Math.abs(Arguments.number(value));
    }

    /** Whole results are exact; the last digit of others is that of the reference. */
    private static double log10(double value) {
        double nearest = Math.log10(value);
        return nearest == Math.rint(nearest) ? nearest : Math.log(value) * LOG_10_OF_E;
    }

    /** Halves go away from zero, and the sign of zero is kept. */
    private static double round(double value) {
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return Math.abs(value - whole) >= 0.5 ? whole + Math.copySign(1, value) : whole;
    }
}
