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
import org.jspecify.annotations.Nullable;

/** AND, OR and NOT with NULL as unknown; the right side is looked at only if it matters. */
final class Logic {

    private Logic() {}

    static Evaluator and(Evaluator left, Evaluator right) {
        return frame -> decide(BinaryOperator.AND, left, right, frame, Boolean.FALSE);
    }

    static Evaluator or(Evaluator left, Evaluator right) {
        return frame -> decide(BinaryOperator.OR, left, right, frame, Boolean.TRUE);
    }

    private static @Nullable Object decide(
            BinaryOperator operator,
            Evaluator left,
            Evaluator right,
            Frame frame,
            Boolean decisive) {
        Object first = left.evaluate(frame);
        if (decisive.equals(first)) {
            return decisive;
        }
        Object second = right.evaluate(frame);
        if (decisive.equals(second) && (first == null || first instanceof Boolean)) {
            return decisive;
        }
        if (first == null || second == null) {
            return null;
        }
        if (first instanceof Boolean && second instanceof Boolean) {
            return second;
        }
        throw Arithmetic.invalid(operator, first, second);
    }

    static Evaluator not(Evaluator operand) {
        return frame -> {
            Object value = operand.evaluate(frame);
            if (value == null) {
                return null;
            }
            if (value instanceof Boolean flag) {
                return !flag;
            }
            throw new EvaluationException("invalid operation NOT " + ValueText.operand(value));
        };
    }
}
