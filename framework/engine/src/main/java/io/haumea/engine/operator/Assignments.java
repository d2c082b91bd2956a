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
package io.haumea.engine.operator;

import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.ExpressionCompiler;
import io.haumea.engine.expression.Frame;
import io.haumea.sql.plan.PlanNode.Assignment;
import java.util.List;

/** Aliased expressions, and the slots that they go to. */
final class Assignments {

    private final int[] slots;
    private final Evaluator[] values;

    Assignments(List<Assignment> assignments, ExpressionCompiler compiler) {
        slots = assignments.stream().mapToInt(Assignment::slot).toArray();
        values =
                assignments.stream()
                        .map(assignment -> compiler.compile(assignment.value()))
                        .toArray(Evaluator[]::new);
    }

    /** Computes all, in order, so that a later one sees the earlier ones. */
    void assign(Frame frame) {
        for (int i = 0; i < slots.length; i++) {
            frame.own()[slots[i]] = values[i].evaluate(frame);
        }
    }
}
