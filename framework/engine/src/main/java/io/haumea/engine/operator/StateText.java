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
import io.haumea.sql.plan.WindowSpec;
import io.haumea.sql.plan.WindowTime;
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
        if (node instanceof PlanNode.Window window) {
            return Optional.of(isIncremental(plan, node) ? stretches(window) : rows(window));
        }
        if (node instanceof PlanNode.Aggregate aggregate) {
            return Optional.ofNullable(PlanCompiler.incrementalWindow(aggregate))
                    .map(StateText::groups);
        }
        return Optional.empty();
    }

    private static String rows(PlanNode.Window window) {
        String rows = "rows of the window, with the columns in use";
        return window.time() instanceof WindowTime.Event
                ? rows + "; latest time of each stream"
                : rows;
    }

    private static String stretches(PlanNode.Window window) {
        String kept =
                window.spec() instanceof WindowSpec.Sliding
                        ? "times and errors of rows"
                        : "panes: whether there were rows, and the first error";
        return window.time() instanceof WindowTime.Event
                ? kept + "; rows that are later than the watermark"
                : kept;
    }

    private static String groups(PlanNode.Window window) {
        return window.spec() instanceof WindowSpec.Sliding
                ? "arguments of aggregates by column, and accumulators of blocks of rows"
                : "first row and accumulators of each group in each pane";
    }

    private static boolean isIncremental(LogicalPlan plan, PlanNode window) {
        return PlanText.lines(plan).stream()
                .anyMatch(
                        line ->
                                line.node() instanceof PlanNode.Aggregate aggregate
                                        && PlanCompiler.incrementalWindow(aggregate) == window);
    }
}
