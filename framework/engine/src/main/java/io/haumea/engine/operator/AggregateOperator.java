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
import io.haumea.engine.expression.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups the rows of a window, or a single message, and computes the aggregate calls. */
final class AggregateOperator extends PassingOperator {

    static final String GROUP_ERROR = "run Group By error: ";

    private final Grouping grouping;
    private final Aggregates aggregates;
    private final RowCopier copier;
    private final Frame frame = new Frame();

    AggregateOperator(
            Grouping grouping,
            Aggregates aggregates,
            RowCopier copier,
            OperatorContext context,
            Operator next) {
        super("aggregate", context, next);
        this.grouping = grouping;
        this.aggregates = aggregates;
        this.copier = copier;
    }

    @Override
    void message(Frame message) {
        List<@Nullable Object[]> single = new ArrayList<>(1);
        single.add(copier.copy(message));
        rows(single);
    }

    @Override
    String passing(String text) {
        return aggregates.passing(text);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        Map<@Nullable Object, Group> groups = new LinkedHashMap<>();
        forEach(rows, row -> add(row, groups), () -> results(groups), GROUP_ERROR);
    }

    private void add(@Nullable Object[] row, Map<@Nullable Object, Group> groups) {
        frame.row(row);
        Object key = grouping.of(frame);
        Group group = groups.get(key);
        if (group == null) {
            group = aggregates.newGroup(row);
            groups.put(key, group);
        }
        aggregates.add(group, frame);
    }

    private void results(Map<@Nullable Object, Group> groups) {
        List<@Nullable Object[]> results = new ArrayList<>(groups.size());
        forEach(
                groups.values(),
                group -> results.add(aggregates.result(group)),
                () -> {
                    counters.out(1);
                    next.rows(results);
                },
                GROUP_ERROR);
    }
}
