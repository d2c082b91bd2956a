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
import io.haumea.engine.aggregate.Aggregates.Group;
import io.haumea.engine.aggregate.Grouping;
import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.state.KeyedState;
import io.haumea.engine.window.WindowTicks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tumbling window, the WHERE after it and its aggregation in one: keeps a pane of groups instead
 * of rows. The results are those of keeping the rows: an error of WHERE is the result of the whole
 * window, else one of a key, each the first.
 */
final class AggregateWindow extends PassingOperator {

    private static final String WHERE_ERROR = "run Where error: ";

    private final @Nullable Evaluator where;
    private final Grouping grouping;
    private final Aggregates aggregates;
    private final RowCopier copier;
    private final WindowTicks clock;
    private final KeyedState<Group> groups;
    private @Nullable String whereError;
    private @Nullable String keyError;

    AggregateWindow(
            long lengthMillis,
            @Nullable Evaluator where,
            Grouping grouping,
            Aggregates aggregates,
            RowCopier copier,
            OperatorContext context,
            Operator next) {
        super("window", context, next);
        this.where = where;
        this.grouping = grouping;
        this.aggregates = aggregates;
        this.copier = copier;
        this.groups = context.keyedState("window");
        this.clock = new WindowTicks(lengthMillis, context, this::close);
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        clock.arm();
        if (whereError != null || !passes(frame) || keyError != null) {
            return;
        }
        try {
            Object key = grouping.of(frame);
            Group group = groups.get(key);
            if (group == null) {
                group = aggregates.newGroup(copier.copy(frame));
                groups.put(key, group);
            }
            aggregates.add(group, frame);
        } catch (EvaluationException e) {
            keyError = AggregateOperator.GROUP_ERROR + e.getMessage();
        }
    }

    private boolean passes(Frame frame) {
        try {
            return where == null || Conditions.holds(where, frame);
        } catch (EvaluationException e) {
            whereError = WHERE_ERROR + e.getMessage();
            return false;
        }
    }

    @Override
    String passing(String text) {
        return aggregates.passing(text);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        throw new IllegalStateException("A window takes messages");
    }

    private void close() {
        String error = whereError != null ? aggregates.passing(whereError) : keyError;
        whereError = null;
        keyError = null;
        if (error != null) {
            groups.clear();
            fail(error);
            return;
        }
        if (groups.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> results = new ArrayList<>();
        for (Group group : groups.values()) {
            results.add(aggregates.result(group));
        }
        groups.clear();
        counters.out(1);
        next.rows(results);
    }
}
