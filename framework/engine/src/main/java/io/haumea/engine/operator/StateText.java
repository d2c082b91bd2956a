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

import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanText;
import java.util.Optional;

/** Says in words what the operators of a plan keep between messages, as the compiler chooses it. */
public final class StateText {

    private StateText() {}

    /**
     * What the operator of a step keeps.
     *
     * @param plan the plan
     * @param node one of its steps
     * @return the words, or empty if it keeps nothing
     */
    public static Optional<String> of(LogicalPlan plan, PlanNode node) {
        if (node instanceof PlanNode.Window) {
            return Optional.of(
                    isIncremental(plan, node)
                            ? "number of rows and first error of the window"
                            : "rows of the window, with the columns in use");
        }
        if (node instanceof PlanNode.Aggregate aggregate
                && PlanCompiler.incrementalWindow(aggregate) != null) {
            return Optional.of("first row and accumulators of each group");
        }
        return Optional.empty();
    }

    private static boolean isIncremental(LogicalPlan plan, PlanNode window) {
        return PlanText.lines(plan).stream()
                .anyMatch(
                        line ->
                                line.node() instanceof PlanNode.Aggregate aggregate
                                        && PlanCompiler.incrementalWindow(aggregate) == window);
    }
}
