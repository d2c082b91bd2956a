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
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the operators that each stream of a rule has for itself, up to where streams meet. */
final class EntryCompiler {

    private final LogicalPlan plan;
    private final ExpressionCompiler compiler;
    private final OperatorContext context;
    private final Operator next;
    private @Nullable FilterOperator filter;

    EntryCompiler(
            LogicalPlan plan, ExpressionCompiler compiler, OperatorContext context, Operator next) {
        this.plan = plan;
        this.compiler = compiler;
        this.context = context;
        this.next = next;
    }

    /** The first operator of each stream, in the order of the plan's inputs. */
    List<ComputeOperator> compile(PlanNode node) {
        List<PlanNode> streams =
                node instanceof PlanNode.Merge merge ? merge.inputs() : List.of(node);
        List<ComputeOperator> entries = new ArrayList<>();
        for (PlanNode stream : streams) {
            entries.add(entry(stream));
        }
        return entries;
    }

    /** The FILTER of the window, which counts for all streams; after {@link #compile}. */
    Optional<FilterOperator> filter() {
        return Optional.ofNullable(filter);
    }

    private ComputeOperator entry(PlanNode last) {
        PlanNode node = last;
        Operator after = next;
        if (node instanceof PlanNode.Filter condition) {
            after = filter(condition);
            node = condition.input();
        }
        EventTime time = null;
        if (node instanceof PlanNode.Timestamp timestamp) {
            time =
                    new EventTime(
                            timestamp, compiler.compile(timestamp.value()), columns(input(last)));
            node = timestamp.input();
        }
        Assignments assignments = new Assignments(List.of(), compiler);
        if (node instanceof PlanNode.Compute compute) {
            assignments = new Assignments(compute.assignments(), compiler);
            node = compute.input();
        }
        String stream = plan.inputs().get(input(last)).name();
        return new ComputeOperator(stream, assignments, time, context, after);
    }

    private static int input(PlanNode last) {
        PlanNode node = last;
        while (node instanceof PlanNode.Step step) {
            node = step.input();
        }
        return ((PlanNode.Scan) node).input();
    }

    /** The columns of a stream that the rule reads. */
    private Map<String, Evaluator> columns(int input) {
        Map<String, Evaluator> columns = new LinkedHashMap<>();
        for (int i = 0; i < plan.slots().size(); i++) {
            if (plan.slots().get(i) instanceof Slot.Column column && column.input() == input) {
                Expression value = new Expression.SlotValue(i, column.name(), column.type());
                columns.put(column.name(), compiler.compile(value));
            }
        }
        return columns;
    }

    private FilterOperator filter(PlanNode.Filter plan) {
        Evaluator condition = compiler.compile(plan.condition());
        FilterOperator known = filter;
        FilterOperator made =
                known == null
                        ? new FilterOperator(
                                "windowFilter", "run Where error: ", condition, context, next)
                        : new FilterOperator(known, condition, context, next);
        filter = known == null ? made : known;
        return made;
    }
}
