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
package io.haumea.sql.plan;

import io.haumea.sql.plan.PlanNode.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a plan: the last step first, each input one level deeper. Slots are written with
 * their index, such as {@code a#0}.
 */
public final class PlanText {

    private PlanText() {}

    /**
     * The text of a plan.
     *
     * @param plan the plan
     * @return lines, each ending with a line break
     */
    public static String of(LogicalPlan plan) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines(plan)) {
            text.append("  ".repeat(line.depth())).append(line.text()).append('\n');
        }
        return text.toString();
    }

    /**
     * The steps of a plan, each before its inputs.
     *
     * @param plan the plan
     * @return one line for each step, the last step first
     */
    public static List<Line> lines(LogicalPlan plan) {
        List<Line> lines = new ArrayList<>();
        add(lines, plan, plan.root(), 0);
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, LogicalPlan plan, PlanNode node, int depth) {
        lines.add(new Line(depth, node, step(plan, node)));
        for (PlanNode input : inputs(node)) {
            add(lines, plan, input, depth + 1);
        }
    }

    private static List<PlanNode> inputs(PlanNode node) {
        if (node instanceof PlanNode.Merge merge) {
            return merge.inputs();
        }
        return node instanceof PlanNode.Step step ? List.of(step.input()) : List.of();
    }

    /**
     * One step.
     *
     * @param depth how many steps come after it
     * @param node the step
     * @param text what it does
     */
    public record Line(int depth, PlanNode node, String text) {}

    private static String step(LogicalPlan plan, PlanNode node) {
        if (node instanceof PlanNode.Scan scan) {
            return "Scan " + plan.inputs().get(scan.input()).name();
        }
        if (node instanceof PlanNode.Compute compute) {
            return "Compute " + assignments(plan, compute.assignments());
        }
        if (node instanceof PlanNode.Filter filter) {
            return "Filter(" + filter.clause() + ") " + ExpressionText.of(filter.condition());
        }
        if (node instanceof PlanNode.Window window) {
            return "Window " + WindowText.of(window);
        }
        if (node instanceof PlanNode.Join join) {
            return "Join " + joined(join.steps().stream().map(WindowText::join).toList());
        }
        if (node instanceof PlanNode.Aggregate aggregate) {
            return aggregate(plan, aggregate);
        }
        if (node instanceof PlanNode.Having having) {
            return having(plan, having);
        }
        if (node instanceof PlanNode.Order order) {
            return "Order " + joined(order.keys().stream().map(PlanText::sortKey).toList());
        }
        if (node instanceof PlanNode.Project project) {
            return "Project " + joined(project.columns().stream().map(PlanText::column).toList());
        }
        return other(node);
    }

    private static String other(PlanNode node) {
        if (node instanceof PlanNode.Timestamp timestamp) {
            return "Timestamp "
                    + ExpressionText.of(timestamp.value())
                    + (timestamp.format() == null ? "" : " as " + timestamp.format());
        }
        if (node instanceof PlanNode.Merge) {
            return "Merge";
        }
        throw new IllegalStateException("An unknown step: " + node.getClass());
    }

    private static String assignments(LogicalPlan plan, List<PlanNode.Assignment> assignments) {
        return joined(
                assignments.stream()
                        .map(
                                assignment ->
                                        slot(plan, assignment.slot())
                                                + " = "
                                                + ExpressionText.of(assignment.value()))
                        .toList());
    }

    private static String aggregate(LogicalPlan plan, PlanNode.Aggregate aggregate) {
        String keys = joined(aggregate.keys().stream().map(ExpressionText::of).toList());
        return "Aggregate keys [" + keys + "] calls [" + calls(plan, aggregate.calls()) + "]";
    }

    private static String having(LogicalPlan plan, PlanNode.Having having) {
        String condition = ExpressionText.of(having.condition());
        String scope =
                switch (having.scope()) {
                    case EACH -> "";
                    case WINDOW -> "(window) ";
                    case JOINED -> "(joined) ";
                };
        String calls = calls(plan, having.calls());
        return "Having " + scope + condition + (calls.isEmpty() ? "" : " calls [" + calls + "]");
    }

    private static String calls(LogicalPlan plan, List<PlanNode.AggregateCall> calls) {
        return joined(
                calls.stream()
                        .map(
                                call ->
                                        slot(plan, call.slot())
                                                + " = "
                                                + ExpressionText.call(
                                                        call.function().name(), call.arguments()))
                        .toList());
    }

    private static String sortKey(PlanNode.SortKey key) {
        return ExpressionText.of(key.value()) + (key.descending() ? " desc" : "");
    }

    /** {@code AS} where NULL is written too, {@code AS?} where the key is left out then. */
    private static String column(OutputColumn column) {
        if (column instanceof OutputColumn.Value value) {
            return ExpressionText.of(value.value())
                    + (value.aliased() ? " AS " : " AS? ")
                    + value.name();
        }
        if (column instanceof OutputColumn.Columns columns) {
            return joined(columns.columns().stream().map(PlanText::column).toList());
        }
        return "*#" + ((OutputColumn.Wildcard) column).slot();
    }

    private static String slot(LogicalPlan plan, int slot) {
        return plan.slots().get(slot).name() + "#" + slot;
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }
}
