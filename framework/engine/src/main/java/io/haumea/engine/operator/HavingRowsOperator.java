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
import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.sql.plan.PlanNode.Having.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HAVING over rows that are not grouped, with aggregates over all of them: lets the rows of a
 * window pass all together, or joined rows one by one.
 */
final class HavingRowsOperator extends PassingOperator {

    private final Scope scope;
    private final Evaluator condition;
    private final Aggregates aggregates;
    private final Frame frame = new Frame();

    HavingRowsOperator(
            Scope scope,
            Evaluator condition,
            Aggregates aggregates,
            OperatorContext context,
            Operator next) {
        super("having", context, next);
        this.scope = scope;
        this.condition = condition;
        this.aggregates = aggregates;
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        Aggregates.Group group = aggregates.newGroup(rows.get(0));
        forEach(
                rows,
                row -> {
                    frame.row(row);
                    aggregates.add(group, frame);
                },
                () -> decide(rows, group),
                PlanCompiler.HAVING_ERROR);
    }

    private void decide(List<@Nullable Object[]> rows, Aggregates.Group group) {
        @Nullable Object[] result = aggregates.result(group);
        List<@Nullable Object[]> passing = new ArrayList<>();
        if (scope == Scope.WINDOW) {
            forEach(
                    List.of(rows),
                    all -> passing.addAll(holds(result) ? all : List.of()),
                    () -> passed(passing),
                    PlanCompiler.HAVING_ERROR);
            return;
        }
        forEach(
                rows,
                row -> {
                    @Nullable Object[] seen = result.clone();
                    System.arraycopy(row, 0, seen, 0, row.length);
                    if (holds(seen)) {
                        passing.add(row);
                    }
                },
                () -> passed(passing),
                PlanCompiler.HAVING_ERROR);
    }

    private void passed(List<@Nullable Object[]> passing) {
        if (!passing.isEmpty()) {
            counters.out(1);
            next.rows(passing);
        }
    }

    private boolean holds(@Nullable Object[] row) {
        frame.row(row);
        return Conditions.holds(condition, frame);
    }

    @Override
    void message(Frame message) {
        throw new IllegalStateException("There is a window before");
    }
}
