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
package io.haumea.builtin.jsonpath;

import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.data.ValueText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Operators in paths. Values of one kind come first; then operands are brought to numbers, to truth
 * values, and to texts, in that order and as far as the operator knows them: {@code "1" == 1} and
 * {@code null == false} hold.
 */
final class PathOperators {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?>\\d++(?>\\.\\d*+)?+|\\.\\d++)(?>[eE][+-]?\\d++)?+");

    private PathOperators() {}

    static @Nullable Object apply(String operator, @Nullable Object a, @Nullable Object b) {
        return switch (operator) {
            case "==" -> equal(a, b);
            case "!=" -> !equal(a, b);
            case "<" -> compare(operator, a, b, order -> order < 0);
            case "<=" -> compare(operator, a, b, order -> order <= 0);
            case ">" -> compare(operator, a, b, order -> order > 0);
            case ">=" -> compare(operator, a, b, order -> order >= 0);
            case "+" -> add(a, b);
            case "-" -> number(operator, a, b, (x, y) -> x - y);
            case "*" -> number(operator, a, b, (x, y) -> x * y);
            case "/" -> number(operator, a, b, (x, y) -> x / y);
            case "%" -> number(operator, a, b, (x, y) -> x % y);
            case "**" -> number(operator, a, b, Math::pow);
            case "&" -> number(operator, a, b, (x, y) -> (long) x & (long) y);
            case "|" -> number(operator, a, b, (x, y) -> (long) x | (long) y);
            case "^" -> number(operator, a, b, (x, y) -> (long) x ^ (long) y);
            case "<<" -> number(operator, a, b, (x, y) -> shift(y) > 63 ? 0 : (long) x << shift(y));
            case ">>" -> number(operator, a, b, (x, y) -> (long) x >> Math.min(shift(y), 63));
            case "in" -> in(a, b);
            default -> throw new PathException("unknown operator " + operator);
        };
    }

    static Object negate(@Nullable Object value) {
        return -number(value)
                .orElseThrow(
                        () ->
                                new PathException(
                                        "unexpected "
                                                + ValueText.of(value)
                                                + "("
                                                + typeName(value)
                                                + ") expected number"));
    }

    static Object not(@Nullable Object value) {
        Boolean truth = truth(value);
        if (truth == null) {
            throw new PathException("unexpected " + typeName(value) + " expected bool");
        }
        return !truth;
    }

    /** Whether a condition holds. */
    static boolean holds(@Nullable Object value) {
        Boolean truth = truth(value);
        if (truth == null) {
            throw new PathException(
                    "expected bool but got " + ValueText.of(value) + " (" + typeName(value) + ")");
        }
        return truth;
    }

    static boolean and(String operator, @Nullable Object a, @Nullable Object b) {
        return both(operator, a, b) && isTrue(a) && isTrue(b);
    }

    static boolean or(String operator, @Nullable Object a, @Nullable Object b) {
        return both(operator, a, b) && (isTrue(a) || isTrue(b));
    }

    private static boolean both(String operator, @Nullable Object a, @Nullable Object b) {
        if (truth(a) == null || truth(b) == null) {
            throw invalid(operator, a, b);
        }
        return true;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(truth(value));
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (bothNumbers(a, b)) {
            return number(a).getAsDouble() == number(b).getAsDouble();
        }
        Boolean x = truth(a);
        Boolean y = truth(b);
        return (x != null && y != null) ? x.equals(y) : same(a, b);
    }

    private static boolean bothNumbers(@Nullable Object a, @Nullable Object b) {
        return number(a).isPresent() && number(b).isPresent();
    }

    /** Equal in all parts; numbers by their value. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            for (int i = 0; i < x.size() && x.size() == y.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return x.size() == y.size();
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet())
                    && x.entrySet().stream()
                            .allMatch(entry -> same(entry.getValue(), y.get(entry.getKey())));
        }
        return Objects.equals(a, b);
    }

    private static boolean compare(
            String operator, @Nullable Object a, @Nullable Object b, IntPredicate holds) {
        boolean texts = a instanceof String && b instanceof String;
        if (!texts && bothNumbers(a, b)) {
            double x = number(a).getAsDouble();
            double y = number(b).getAsDouble();
            return !Double.isNaN(x) && !Double.isNaN(y) && holds.test(x < y ? -1 : x > y ? 1 : 0);
        }
        if (a == null || b == null) {
            throw invalid(operator, a, b);
        }
        return holds.test(TextOrder.BY_BYTES.compare(ValueText.of(a), ValueText.of(b)));
    }

    private static Object add(@Nullable Object a, @Nullable Object b) {
        boolean texts = a instanceof String && b instanceof String;
        if (!texts && bothNumbers(a, b)) {
            return number(a).getAsDouble() + number(b).getAsDouble();
        }
        if (a == null || b == null) {
            throw invalid("+", a, b);
        }
        return ValueText.of(a) + ValueText.of(b);
    }

    private static Object number(
            String operator, @Nullable Object a, @Nullable Object b, DoubleBinaryOperator compute) {
        if (!bothNumbers(a, b)) {
            throw invalid(operator, a, b);
        }
        return compute.applyAsDouble(number(a).getAsDouble(), number(b).getAsDouble());
    }

    private static boolean in(@Nullable Object a, @Nullable Object b) {
        if (!(b instanceof List<?> items)) {
            throw new PathException(
                    "expected type []interface{} for in operator but got " + typeName(b));
        }
        return items.stream().anyMatch(item -> same(a, item));
    }

    /** A number, or the one that a text writes. */
    static OptionalDouble number(@Nullable Object value) {
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        return value instanceof String text && mayBeNumber(text) && NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static boolean mayBeNumber(String text) {
        return !text.isEmpty() && "0123456789+-.".indexOf(text.charAt(0)) >= 0;
    }

    /** Negative ones shift by more than there are bits, as in Go. */
    private static int shift(double places) {
        return places >= 0 && places < Long.SIZE ? (int) places : Long.SIZE;
    }

    /** A truth value, or what stands for one; null for anything else. */
    private static @Nullable Boolean truth(@Nullable Object value) {
        if (value == null || "false".equals(value) || "FALSE".equals(value)) {
            return false;
        }
        if ("true".equals(value) || "TRUE".equals(value)) {
            return true;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        OptionalDouble number = number(value);
        return number.isPresent() ? (Boolean) (number.getAsDouble() != 0) : null;
    }

    private static PathException invalid(String operator, @Nullable Object a, @Nullable Object b) {
        return new PathException(
                "invalid operation (" + typeName(a) + ") " + operator + " (" + typeName(b) + ")");
    }

    /** Numbers in payloads are floats to the reference. */
    static String typeName(@Nullable Object value) {
        return value instanceof Number ? "float64" : ValueText.typeName(value);
    }
}
