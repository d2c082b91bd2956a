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
package io.haumea.sql.analyze;

import io.haumea.sql.plan.BinaryOperator;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.Expression.Constant;
import org.jspecify.annotations.Nullable;

/**
 * Computes operators between literal numbers once. What fails, such as a division by zero, is left
 * as it is and fails for each message.
 */
final class ConstantFolder {

    private ConstantFolder() {}

    static Expression fold(Expression.Binary binary) {
        if (binary.left() instanceof Constant left && binary.right() instanceof Constant right) {
            Object value = compute(binary.operator(), left.value(), right.value());
            if (value != null) {
                return new Constant(value, Types.ofLiteral(value));
            }
        }
        return binary;
    }

    static Expression fold(Expression.Negate negate) {
        if (negate.operand() instanceof Constant constant) {
            if (constant.value() instanceof Long whole && whole != Long.MIN_VALUE) {
                return new Constant(-whole, constant.type());
            }
            if (constant.value() instanceof Double number) {
                return new Constant(-number, constant.type());
            }
        }
        return negate;
    }

    private static @Nullable Object compute(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return whole(operator, a, b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return number(operator, a.doubleValue(), b.doubleValue());
        }
        return null;
    }

    private static @Nullable Object whole(BinaryOperator operator, long a, long b) {
        try {
            return switch (operator) {
                case ADD -> Math.addExact(a, b);
                case SUBTRACT -> Math.subtractExact(a, b);
                case MULTIPLY -> Math.multiplyExact(a, b);
                case DIVIDE -> b == 0 || (a == Long.MIN_VALUE && b == -1) ? null : (Long) (a / b);
                case MODULO -> b == 0 ? null : (Long) (a % b);
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case BIT_AND -> a & b;
                case BIT_OR -> a | b;
                case BIT_XOR -> a ^ b;
                case AND, OR -> null;
            };
        } catch (ArithmeticException overflow) {
            return null;
        }
    }

    private static @Nullable Object number(BinaryOperator operator, double a, double b) {
        Double result =
                switch (operator) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b;
                    case MULTIPLY -> a * b;
                    case DIVIDE -> b == 0 ? null : (Double) (a / b);
                    case MODULO -> b == 0 ? null : (Double) (a % b);
                    default -> null;
                };
        return result == null || result.isNaN() || result.isInfinite() ? null : result;
    }
}
