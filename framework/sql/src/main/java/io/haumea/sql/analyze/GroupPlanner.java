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
package io.haumea.sql.analyze;

import io.haumea.sql.analyze.GroupByAnalyzer.Grouping;
import io.haumea.sql.ast.SortItem;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanNode.AggregateCall;
import io.haumea.sql.plan.PlanNode.Having.Scope;
import io.haumea.sql.plan.PlanNode.SortKey;
import io.haumea.sql.plan.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans grouping, HAVING and ORDER BY: what happens to rows after WHERE. */
final class GroupPlanner {

    private final QueryContext context;
    private final Grouping grouping;
    private final boolean aggregates;

    /**
     * A planner.
     *
     * @param context what the statement has
     * @param grouping what GROUP BY says
     * @param aggregates whether rows become groups: there are keys, or aggregates in the SELECT
     *     list
     */
    GroupPlanner(QueryContext context, Grouping grouping, boolean aggregates) {
        this.context = context;
        this.grouping = grouping;
        this.aggregates = aggregates;
    }

    PlanNode plan(PlanNode rows, @Nullable SyntaxExpression written, List<SortItem> orderBy) {
        Expression condition =
                written == null
                        ? null
                        : ExpressionAnalyzer.analyze(context, Clause.HAVING, written);
        List<SortKey> keys = keys(orderBy);
        if (grouping.window() == null) {
            // A single message has no order, but its names have been checked.
            return grouped(rows, condition);
        }
        if (!aggregates) {
            return order(having(rows, condition), keys);
        }
        List<SortKey> ofRows = grouping.keys().isEmpty() ? beforeAggregates(keys) : List.of();
        boolean joinedRows =
                context.from().joined() && grouping.keys().isEmpty() && condition != null;
        if (ofRows.isEmpty() && !joinedRows) {
            return order(grouped(rows, condition), keys);
        }
        PlanNode first = order(having(rows, condition), ofRows);
        return order(grouped(first, null), keys.subList(ofRows.size(), keys.size()));
    }

    private List<SortKey> keys(List<SortItem> orderBy) {
        List<SortKey> keys = new ArrayList<>();
        for (SortItem item : orderBy) {
            Expression value = ExpressionAnalyzer.analyze(context, Clause.ORDER_BY, item.column());
            keys.add(new SortKey(value, item.descending()));
        }
        return keys;
    }

    /**
     * Without keys all rows of a window make one result. HAVING and ORDER BY still look at the
     * rows, and so decide which of them is the first, whose columns the result has. An aggregate is
     * known of the first row only, so that it and what comes after it leave the first where it is.
     */
    private List<SortKey> beforeAggregates(List<SortKey> keys) {
        int count = 0;
        while (count < keys.size() && !readsAggregate(keys.get(count).value())) {
            count++;
        }
        return keys.subList(0, count);
    }

    private boolean readsAggregate(Expression expression) {
        if (expression instanceof Expression.SlotValue value) {
            return context.layout().slots().get(value.slot()) instanceof Slot.Aggregated;
        }
        return expression.parts().stream().anyMatch(this::readsAggregate);
    }

    /** Groups, of which HAVING lets some pass. */
    private PlanNode grouped(PlanNode rows, @Nullable Expression condition) {
        List<AggregateCall> calls = context.aggregates().calls();
        PlanNode groups =
                aggregates || !calls.isEmpty()
                        ? new PlanNode.Aggregate(rows, grouping.keys(), calls)
                        : rows;
        return condition == null
                ? groups
                : new PlanNode.Having(groups, condition, Scope.EACH, List.of());
    }

    /** The rows of a window that HAVING lets pass: all or none, or joined rows one by one. */
    private PlanNode having(PlanNode rows, @Nullable Expression condition) {
        if (condition == null) {
            return rows;
        }
        Scope scope = context.from().joined() ? Scope.JOINED : Scope.WINDOW;
        return new PlanNode.Having(rows, condition, scope, context.aggregates().calls());
    }

    private static PlanNode order(PlanNode node, List<SortKey> keys) {
        return keys.isEmpty() ? node : new PlanNode.Order(node, keys);
    }
}
