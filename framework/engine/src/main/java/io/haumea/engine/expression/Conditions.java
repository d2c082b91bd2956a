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

/** Conditions: what is true, and what is none. */
public final class Conditions {

    private Conditions() {}

    /**
     * Whether a condition holds; NULL is not true.
     *
     * @param condition the condition
     * @param frame the row to look at
     * @return whether it does
     * @throws EvaluationException if it is neither boolean nor NULL
     */
    public static boolean holds(Evaluator condition, Frame frame) {
        return holds(condition, frame, "condition");
    }

    /**
     * Whether the condition of a join holds; NULL is not true.
     *
     * @param condition the condition
     * @param frame the joined row to look at
     * @return whether it does
     * @throws EvaluationException if it is neither boolean nor NULL
     */
    public static boolean joins(Evaluator condition, Frame frame) {
        return holds(condition, frame, "join condition");
    }

    private static boolean holds(Evaluator condition, Frame frame, String name) {
        Object value = condition.evaluate(frame);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value == null) {
            return false;
        }
        throw new EvaluationException(
                "invalid " + name + " that returns non-bool value " + ValueText.typed(value));
    }
}
