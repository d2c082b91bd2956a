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
package io.haumea.engine.expression;

import io.haumea.sdk.data.ValueText;
import io.haumea.sql.plan.BinaryOperator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators on numbers and bits. NULL on any side gives NULL. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable Object apply(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Long a && right instanceof Long b) {
            return whole(operator, a, b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return logical(operator, a, b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return floating(operator, a, b);
        }
        throw invalid(operator, left, right);
    }

    private static Object whole(BinaryOperator operator, long a, long b) {
        try {
            return switch (operator) {
                case ADD -> Math.addExact(a, b);
                case SUBTRACT -> Math.subtractExact(a, b);
                case MULTIPLY -> Math.multiplyExact(a, b);
                case DIVIDE -> divide(a, b);
                case MODULO -> b == -1 ? 0L : a % notZero(b);
                case BIT_AND -> a & b;
                case BIT_OR -> a | b;
                case BIT_XOR -> a ^ b;
                default -> throw invalid(operator, a, b);
            };
        } catch (ArithmeticException e) {
            throw new EvaluationException(
                    "the result of "
                            + a
                            + " "
                            + operator.text()
                            + " "
                            + b
                            + " does not fit into a bigint");
        }
    }

    private static long divide(long a, long b) {
        notZero(b);
        return b == -1 ? Math.negateExact(a) : a / b;
    }

    private static long notZero(long divisor) {
        if (divisor == 0) {
            throw new EvaluationException("divided by zero");
        }
        return divisor;
    }

    private static Object floating(BinaryOperator operator, Number left, Number right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / notZero(b);
            case MODULO -> a % notZero(b);
            default -> bits(operator, left, right);
        };
    }

    /** Bits of whole numbers, which are floats where no type is declared. */
    private static Object bits(BinaryOperator operator, Number left, Number right) {
        if (!isWhole(left) || !isWhole(right)) {
            throw invalid(operator, left, right);
        }
        return whole(operator, left.longValue(), right.longValue());
    }

    private static boolean isWhole(Number number) {
        double value = number.doubleValue();
        return number instanceof Long
                || (number instanceof Double && value == (long) value && value < 0x1p63);
    }

    private static double notZero(double divisor) {
        if (divisor == 0) {
            throw new EvaluationException("divided by zero");
        }
        return divisor;
    }

    private static Object logical(BinaryOperator operator, boolean a, boolean b) {
        return switch (operator) {
            case BIT_AND -> a && b;
            case BIT_OR -> a || b;
            case BIT_XOR -> a != b;
            default -> throw invalid(operator, a, b);
        };
    }

    static @Nullable Object negate(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        if (operand instanceof Long number) {
            return whole(BinaryOperator.SUBTRACT, 0, number);
        }
        if (operand instanceof Number number) {
            return -number.doubleValue();
        }
        throw new EvaluationException("invalid operation - " + ValueText.operand(operand));
    }

    static EvaluationException invalid(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof List || left instanceof Map) {
            return new EvaluationException(
                    operator.text() + " is an invalid operation for " + ValueText.typeName(left));
        }
        return new EvaluationException(
                "invalid operation "
                        + ValueText.operand(left)
                        + " "
                        + operator.text()
                        + " "
                        + ValueText.operand(right));
    }
}
