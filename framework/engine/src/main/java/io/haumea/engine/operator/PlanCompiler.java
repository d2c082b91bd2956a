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

import io.haumea.engine.aggregate.Aggregates;
import io.haumea.engine.aggregate.Aggregates.GroupShape;
import io.haumea.engine.aggregate.Grouping;
import io.haumea.engine.aggregate.PaneGroups;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.ExpressionCompiler;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.expression.SlotAccess;
import io.haumea.engine.join.JoinKeys;
import io.haumea.engine.join.StreamJoin;
import io.haumea.sdk.function.MergeableAccumulator;
import io.haumea.sql.plan.Determinism;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import io.haumea.sql.plan.PlanNode.SortKey;
import io.haumea.sql.plan.Slot;
import io.haumea.sql.plan.WindowSpec;
import io.haumea.sql.plan.WindowTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a plan becomes operators. Works from the last step to the first, so that each
 * operator knows the one after it.
 */
public final class PlanCompiler {

    static final String HAVING_ERROR = "run Having error: ";

    private final LogicalPlan plan;
    private final int[] sourceSlots;
    private final OperatorContext context;
    private final ExpressionCompiler ofMessage;
    private final ExpressionCompiler ofOwnRow;
    private final SlotAccess messageAccess;
    private final int width;
    private final Deque<Operator> operators = new ArrayDeque<>();

    private @Nullable Operator next;

    /** Whether error events get the text of named aggregates before HAVING and ORDER BY. */
    private boolean namesErrorsLater;

    private PlanCompiler(LogicalPlan plan, int[] sourceSlots, OperatorContext context) {
        this.plan = plan;
        this.sourceSlots = sourceSlots;
        this.context = context;
        this.messageAccess = SlotAccess.ofMessage(plan.slots(), sourceSlots);
        this.ofMessage = new ExpressionCompiler(messageAccess, context.functions());
        this.ofOwnRow = new ExpressionCompiler(SlotAccess.ofOwnRow(), context.functions());
        this.width = RowCopier.widthBeforeGroups(plan.slots());
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
        return new PlanCompiler(plan, sourceSlots, context).build();
    }

    private RulePipeline build() {
        PlanNode.Project root = plan.root();
        add(new ProjectOperator(projection(root), errorPrefix(root), context));
        PlanNode node = root.input();
        while (!ofMessages(node)) {
            node = step((PlanNode.Step) node);
        }
        EntryCompiler entries = new EntryCompiler(plan, ofMessage, context, next());
        List<ComputeOperator> first = entries.compile(node);
        entries.filter().ifPresent(this::add);
        List<Operator> all = new ArrayList<>(first);
        all.addAll(operators);
        return new RulePipeline(all, first, plan.slots().size());
    }

    /** Whether a step is one of those that each stream has for itself. */
    private static boolean ofMessages(PlanNode node) {
        if (!(node instanceof PlanNode.Step)) {
            return true;
        }
        boolean ofFilter =
                node instanceof PlanNode.Filter filter
                        && filter.clause() == PlanNode.Filter.Clause.FILTER;
        return node instanceof PlanNode.Timestamp
                || ofFilter
                || (node instanceof PlanNode.Compute && !afterWindow(node));
    }

    /** EMQ X Kuiper 0.9 names the clause, but not for joined rows that are not grouped by keys. */
    private static String errorPrefix(PlanNode.Project root) {
        PlanNode node = root.input();
        while (node instanceof PlanNode.Step step) {
            boolean grouped =
                    node instanceof PlanNode.Aggregate aggregate && !aggregate.keys().isEmpty();
            if (grouped || node instanceof PlanNode.Join) {
                return grouped ? ProjectOperator.SELECT_ERROR : "";
            }
            node = step.input();
        }
        return ProjectOperator.SELECT_ERROR;
    }

    private void add(Operator operator) {
        operators.addFirst(operator);
        next = operator;
    }

    /** The step after the one to be made. */
    private Operator next() {
        return Objects.requireNonNull(next, "the project operator comes first");
    }

    /** Adds the operator of a step and returns the step before it. */
    private PlanNode step(PlanNode.Step node) {
        if (node instanceof PlanNode.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (node instanceof PlanNode.Order order) {
            add(order(order));
        } else if (node instanceof PlanNode.Having having) {
            add(having(having));
        } else if (node instanceof PlanNode.Filter filter) {
            add(filter("filter", "run Where error: ", filter.condition(), filter.input()));
        } else if (node instanceof PlanNode.Compute compute) {
            Assignments assignments = new Assignments(compute.assignments(), ofOwnRow);
            add(new ComputeRowsOperator(assignments, context, next()));
        } else if (node instanceof PlanNode.Join join) {
            add(join(join));
        } else if (node instanceof PlanNode.Window window) {
            add(new WindowOperator(window, copiers(), context, next()));
        } else {
            throw new IllegalStateException("No operator for " + node.getClass());
        }
        if (namesErrorsLater && !decidesFirstRow(node.input())) {
            namesErrorsLater = false;
            next = new NamedAggregateErrors(context, next());
        }
        return node.input();
    }

    /** Whether a step before the aggregation of all rows looks at them one by one. */
    private static boolean decidesFirstRow(PlanNode node) {
        return node instanceof PlanNode.Order || node instanceof PlanNode.Having;
    }

    private RowCopier[] copiers() {
        int inputs = plan.inputs().size();
        RowCopier[] copiers = new RowCopier[inputs];
        for (int i = 0; i < inputs; i++) {
            copiers[i] =
                    inputs == 1
                            ? RowCopier.ofOnlyStream(plan.slots(), sourceSlots)
                            : RowCopier.ofStream(plan.slots(), sourceSlots, i);
        }
        return copiers;
    }

    private JoinOperator join(PlanNode.Join join) {
        RowCopier[] copiers = copiers();
        int[][] slots = new int[copiers.length][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = copiers[i].slots();
        }
        StreamJoin[] joins = new StreamJoin[join.steps().size()];
        for (int i = 0; i < joins.length; i++) {
            PlanNode.JoinStep step = join.steps().get(i);
            int[] right = slots[step.right()];
            Evaluator condition =
                    step.condition() == null ? null : ofOwnRow.ofJoins().compile(step.condition());
            JoinKeys keys = new JoinKeys(step.keys(), right);
            joins[i] = new StreamJoin(step.kind(), condition, keys, right, width);
        }
        return new JoinOperator(slots, joins, width, context, next());
    }

    private PlanNode aggregate(PlanNode.Aggregate aggregate) {
        PlanNode.Window window = incrementalWindow(aggregate);
        boolean onMessages = window != null && window.time() instanceof WindowTime.Processing;
        ExpressionCompiler compiler = onMessages ? ofMessage : ofOwnRow;
        boolean named = aggregate.keys().isEmpty() && hasNamedAggregates();
        boolean first = !decidesFirstRow(aggregate.input());
        namesErrorsLater = named && !first;
        GroupShape shape = new GroupShape(plan.slots().size(), named && first);
        Grouping grouping = grouping(aggregate, compiler);
        Aggregates aggregates = new Aggregates(aggregate.calls(), compiler, shape);
        RowCopier copier = copiers()[0];
        if (window == null) {
            add(new AggregateOperator(grouping, aggregates, copier, context, next()));
            return aggregate.input();
        }
        Evaluator where =
                aggregate.input() instanceof PlanNode.Filter filter
                        ? compiler.compile(filter.condition())
                        : null;
        AggregateWindow.Copying copying =
                new AggregateWindow.Copying(
                        copier::copy, onMessages ? copier::copy : Frame::own, showsRows());
        PaneGroups.Steps steps = new PaneGroups.Steps(where, grouping);
        add(new AggregateWindow(window, steps, aggregates, copying, context, next()));
        return window.input();
    }

    /** Whether anything after the aggregation reads more of a row than aggregates. */
    private boolean showsRows() {
        PlanNode node = plan.root().input();
        boolean shows =
                plan.root().columns().stream()
                        .anyMatch(
                                column ->
                                        !(column instanceof OutputColumn.Value value)
                                                || readsRow(value.value()));
        while (node instanceof PlanNode.Step step && !(node instanceof PlanNode.Aggregate)) {
            shows |= step instanceof PlanNode.Having having && readsRow(having.condition());
            shows |=
                    step instanceof PlanNode.Order order
                            && order.keys().stream().anyMatch(key -> readsRow(key.value()));
            node = step.input();
        }
        return shows;
    }

    private boolean readsRow(Expression expression) {
        if (expression instanceof Expression.SlotValue slot) {
            return !(plan.slots().get(slot.slot()) instanceof Slot.Aggregated);
        }
        return expression instanceof Expression.MetaValue
                || expression.parts().stream().anyMatch(this::readsRow);
    }

    private boolean hasNamedAggregates() {
        return plan.root().columns().stream()
                .anyMatch(
                        column ->
                                column instanceof OutputColumn.Value value
                                        && value.aliased()
                                        && readsAggregate(value.value()));
    }

    private boolean readsAggregate(Expression expression) {
        if (expression instanceof Expression.SlotValue slot) {
            return plan.slots().get(slot.slot()) instanceof Slot.Aggregated;
        }
        return expression.parts().stream().anyMatch(this::readsAggregate);
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
        if (!(below instanceof PlanNode.Window window && hasPanes(window.spec()))) {
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

    /** Windows that are shorter than their distance leave rows out, so that panes make no sense. */
    private static boolean hasPanes(WindowSpec spec) {
        return spec instanceof WindowSpec.Tumbling
                || spec instanceof WindowSpec.Sliding
                || (spec instanceof WindowSpec.Hopping hopping
                        && hopping.lengthMillis() >= hopping.hopMillis());
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
            String name, String prefix, Expression condition, PlanNode input) {
        Evaluator compiled = compilerAfter(input).compile(condition);
        return new FilterOperator(name, prefix, compiled, context, next());
    }

    private Operator having(PlanNode.Having having) {
        if (having.scope() == PlanNode.Having.Scope.EACH) {
            return filter("having", HAVING_ERROR, having.condition(), having.input());
        }
        GroupShape shape = new GroupShape(plan.slots().size(), false);
        return new HavingRowsOperator(
                having.scope(),
                ofOwnRow.compile(having.condition()),
                new Aggregates(having.calls(), ofOwnRow, shape),
                context,
                next());
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
        List<Evaluator> wildcards =
                project.columns().stream().map(column -> wildcard(column, access)).toList();
        return new Projection(
                project.columns(),
                after ? ofOwnRow : ofMessage,
                wildcards.toArray(Evaluator[]::new));
    }

    /** Gives a map of all columns that a wildcard stands for. */
    private Evaluator wildcard(OutputColumn column, SlotAccess access) {
        if (column instanceof OutputColumn.Wildcard all) {
            return access.read(all.slot());
        }
        if (!(column instanceof OutputColumn.Columns declared)) {
            return frame -> null;
        }
        Evaluator metadata = access.read(declared.metadata());

        Map<String, Evaluator> values = new LinkedHashMap<>();
        for (OutputColumn.Value value : declared.columns()) {
            values.put(value.name(), ofOwnRow.compile(value.value()));
        }
        return frame -> {
            if (metadata.evaluate(frame) == null) {
                return null;
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            values.forEach((name, value) -> row.put(name, value.evaluate(frame)));
            return row;
        };
    }
}
