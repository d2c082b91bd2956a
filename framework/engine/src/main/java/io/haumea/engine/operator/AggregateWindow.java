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
import io.haumea.engine.aggregate.Pane;
import io.haumea.engine.aggregate.PaneGroups;
import io.haumea.engine.aggregate.PaneWindow;
import io.haumea.engine.expression.Frame;
import io.haumea.sql.plan.PlanNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tumbling or hopping window, the WHERE after it and its aggregation in one: keeps panes of
 * groups instead of rows. The results are those of keeping the rows.
 */
final class AggregateWindow extends PassingOperator {

    private final Aggregates aggregates;
    private final PaneGroups groups;
    private final PaneWindow window;

    AggregateWindow(
            PlanNode.Window plan,
            Aggregates aggregates,
            PaneGroups groups,
            RowCopier copier,
            OperatorContext context,
            Operator next) {
        super("window", context, next);
        this.aggregates = aggregates;
        this.groups = groups;
        this.window = PaneWindow.create(plan, groups, context, this::ended, copier::copy);
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        window.add(frame);
    }

    private void ended(List<Pane> panes) {
        String error = groups.error(panes);
        if (error != null) {
            fail(error);
            return;
        }
        List<@Nullable Object[]> results = groups.results(panes);
        if (!results.isEmpty()) {
            counters.out(1);
            next.rows(results);
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
}
