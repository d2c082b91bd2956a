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
import io.haumea.engine.expression.SlotAccess;
import io.haumea.sdk.function.MergeableAccumulator;
import io.haumea.sql.plan.Determinism;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanNode.Assignment;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import io.haumea.sql.plan.PlanNode.SortKey;
import io.haumea.sql.plan.WindowSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a plan becomes operators. Works from the last step to the first, so that each
 * operator knows the one after it.
 */
public final class PlanCompiler {

    private final LogicalPlan plan;
    private final OperatorContext context;
    private final ExpressionCompiler ofMessage;
    private final ExpressionCompiler ofOwnRow;
    private final SlotAccess messageAccess;
    private final RowCopier copier;
    private final Deque<Operator> operators = new ArrayDeque<>();

    private PlanCompiler(LogicalPlan plan, int[] sourceSlots, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        this.messageAccess = SlotAccess.ofMessage(plan.slots(), sourceSlots);
        this.ofMessage = new ExpressionCompiler(messageAccess, context.functions());
        this.ofOwnRow = new ExpressionCompiler(SlotAccess.ofOwnRow(), context.functions());
        this.copier = new RowCopier(plan.slots(), sourceSlots);
    }

    /**
     * Makes the operators of a plan.
     *
     * @param plan the plan
     * @param sourceSlots for each plan slot that comes from a source: its index in the source's
     *     rows
     * @param context what operators may use
     * @return the operators
     */
    public static RulePipeline compile(
            LogicalPlan plan, int[] sourceSlots, OperatorContext context) {
        PlanCompiler compiler = new PlanCompiler(plan, sourceSlots, context);
        compiler.build();
        return new RulePipeline(List.copyOf(compiler.operators), plan.slots().size());
    }

    private void build() {
        PlanNode.Project root = plan.root();
        add(new ProjectOperator(projection(root), context));
        PlanNode node = root.input();
        while (!(node instanceof PlanNode.Scan)) {
            node = step(node);
        }
        if (!(operators.getFirst() instanceof ComputeOperator)) {
            add(compute(List.of()));
        }
    }

    private void add(Operator operator) {
        operators.addFirst(operator);
    }

    private Operator next() {
        return operators.getFirst();
    }

    /** Adds the operator of a step and returns the step before it. */
    private PlanNode step(PlanNode node) {
        if (node instanceof PlanNode.Order order) {
            add(order(order));
            return order.input();
        }
        if (node instanceof PlanNode.Having having) {
            add(filter("having", "run Having error: ", having.condition(), having.input()));
            return having.input();
        }
        if (node instanceof PlanNode.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (node instanceof PlanNode.Filter filter) {
            String name =
                    filter.clause() == PlanNode.Filter.Clause.FILTER ? "windowFilter" : "filter";
            add(filter(name, "run Where error: ", filter.condition(), filter.input()));
            return filter.input();
        }
        if (node instanceof PlanNode.Window window) {
            add(new RowWindow(length(window.spec()), copier, context, next()));
            return window.input();
        }
        if (node instanceof PlanNode.Compute compute) {
            add(compute(compute.assignments()));
            return compute.input();
        }
        throw new IllegalStateException("No operator for " + node.getClass());
    }

    private PlanNode aggregate(PlanNode.Aggregate aggregate) {
        PlanNode.Window window = incrementalWindow(aggregate);
        if (window == null) {
            ExpressionCompiler compiler = ofOwnRow;
            add(
                    new AggregateOperator(
                            grouping(aggregate, compiler),
                            new Aggregates(aggregate.calls(), compiler),
                            copier,
                            context,
                            next()));
            return aggregate.input();
        }
        Evaluator where =
                aggregate.input() instanceof PlanNode.Filter filter
                        ? ofMessage.compile(filter.condition())
                        : null;
        add(
                new AggregateWindow(
                        length(window.spec()),
                        where,
                        grouping(aggregate, ofMessage),
                        new Aggregates(aggregate.calls(), ofMessage),
                        copier,
                        context,
                        next()));
        return window.input();
    }

    /** The window under an aggregation, if the two can work without keeping rows. */
    static PlanNode.@Nullable Window incrementalWindow(PlanNode.Aggregate aggregate) {
        PlanNode below = aggregate.input();
        if (below instanceof PlanNode.Filter filter) {
            if (!Determinism.isDeterministic(filter.condition())) {
                return null;
            }
            below = filter.input();
        }
        if (!(below instanceof PlanNode.Window window)) {
            return null;
        }
        boolean plain =
                aggregate.keys().stream().allMatch(Determinism::isDeterministic)
                        && aggregate.calls().stream()
                                .allMatch(
                                        call ->
                                                call.arguments().stream()
                                                                .allMatch(
                                                                        Determinism
                                                                                ::isDeterministic)
                                                        && call.function().newAccumulator()
                                                                instanceof MergeableAccumulator);
        return plain ? window : null;
    }

    private static long length(WindowSpec spec) {
        if (spec instanceof WindowSpec.Tumbling tumbling) {
            return tumbling.lengthMillis();
        }
        throw new IllegalStateException("No window for " + spec);
    }

    /** Whether a step sees rows of the rule's own, because there is a window or group before it. */
    private static boolean afterWindow(PlanNode node) {
        if (node instanceof PlanNode.Window || node instanceof PlanNode.Aggregate) {
            return true;
        }
        return node instanceof PlanNode.Step step && afterWindow(step.input());
    }

    private ExpressionCompiler compilerAfter(PlanNode input) {
        return afterWindow(input) ? ofOwnRow : ofMessage;
    }

    private FilterOperator filter(
            String name, String prefix, io.haumea.sql.plan.Expression condition, PlanNode input) {
        Evaluator compiled = compilerAfter(input).compile(condition);
        return new FilterOperator(name, prefix, compiled, context, next());
    }

    private ComputeOperator compute(List<Assignment> assignments) {
        int[] slots = assignments.stream().mapToInt(Assignment::slot).toArray();
        Evaluator[] values =
                assignments.stream()
                        .map(assignment -> ofMessage.compile(assignment.value()))
                        .toArray(Evaluator[]::new);
        return new ComputeOperator(plan.inputs().get(0).name(), slots, values, context, next());
    }

    private OrderOperator order(PlanNode.Order order) {
        ExpressionCompiler compiler = compilerAfter(order.input());
        List<SortKey> keys = order.keys();
        Evaluator[] values =
                keys.stream().map(key -> compiler.compile(key.value())).toArray(Evaluator[]::new);
        boolean[] descending = new boolean[keys.size()];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = keys.get(i).descending();
        }
        return new OrderOperator(values, descending, context, next());
    }

    private static Grouping grouping(PlanNode.Aggregate aggregate, ExpressionCompiler compiler) {
        return new Grouping(
                aggregate.keys().stream().map(compiler::compile).toArray(Evaluator[]::new));
    }

    private Projection projection(PlanNode.Project project) {
        boolean after = afterWindow(project.input());
        SlotAccess access = after ? SlotAccess.ofOwnRow() : messageAccess;
        List<OutputColumn> columns = project.columns();
        List<Evaluator> wildcards = new ArrayList<>();
        for (OutputColumn column : columns) {
            wildcards.add(
                    column instanceof OutputColumn.Wildcard wildcard
                            ? access.read(wildcard.slot())
                            : frame -> null);
        }
        return new Projection(
                columns, after ? ofOwnRow : ofMessage, wildcards.toArray(Evaluator[]::new));
    }
}
