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

import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sql.plan.BinaryOperator;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Comparing operators. Two NULLs are equal; one NULL is unequal to anything, and neither less. */
public final class Comparison {

    private Comparison() {}

    static boolean apply(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return withNull(operator, left == null && right == null);
        }
        if (left instanceof Boolean && right instanceof Boolean) {
            return switch (operator) {
                case EQUAL -> left.equals(right);
                case NOT_EQUAL -> !left.equals(right);
                default -> throw Arithmetic.invalid(operator, left, right);
            };
        }
        if (left instanceof Number a && right instanceof Number b && !bothWhole(left, right)) {
            return floating(operator, a.doubleValue(), b.doubleValue());
        }
        return holds(operator, order(operator, left, right));
    }

    private static boolean bothWhole(Object left, Object right) {
        return left instanceof Long && right instanceof Long;
    }

    private static boolean withNull(BinaryOperator operator, boolean both) {
        return switch (operator) {
            case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> both;
            case NOT_EQUAL -> !both;
            default -> false;
        };
    }

    static boolean floating(BinaryOperator operator, double a, double b) {
        return switch (operator) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            default -> a >= b;
        };
    }

    static boolean whole(BinaryOperator operator, long a, long b) {
        return holds(operator, Long.compare(a, b));
    }

    private static boolean holds(BinaryOperator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static int order(BinaryOperator operator, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return TextOrder.BY_BYTES.compare(a, b);
        }
        if (left instanceof OffsetDateTime a) {
            return date(operator, a, right);
        }
        throw Arithmetic.invalid(operator, left, right);
    }

    /**
     * The order of numbers by their exact values, fit for sorting; NaN is the greatest.
     *
     * @param a a number
     * @param b a number
     * @return less than, equal to, or greater than zero
     */
    public static int numbers(Number a, Number b) {
        if (a instanceof Long x) {
            return b instanceof Long y ? Long.compare(x, y) : mixed(x, b.doubleValue());
        }
        if (b instanceof Long y) {
            return -mixed(y, a.doubleValue());
        }
        // Adding zero makes the two zeros one.
        return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }

    private static int mixed(long whole, double floating) {
        if (!(floating < 0x1p63)) {
            return -1;
        }
        if (floating < -0x1p63) {
            return 1;
        }
        long floor = (long) floating;
        return whole == floor
                ? Double.compare(0, floating - floor + 0.0)
                : Long.compare(whole, floor);
    }

    private static int date(BinaryOperator operator, OffsetDateTime left, Object right) {
        if (right instanceof OffsetDateTime other) {
            return left.toInstant().compareTo(other.toInstant());
        }
        if (right instanceof Number number) {
            return Long.compare(left.toInstant().toEpochMilli(), number.longValue());
        }
        if (right instanceof String text) {
            try {
                return left.toInstant().compareTo(TimePattern.DEFAULT.parse(text).toInstant());
            } catch (HaumeaException e) {
                throw Arithmetic.invalid(operator, left, right);
            }
        }
        throw Arithmetic.invalid(operator, left, right);
    }
}
