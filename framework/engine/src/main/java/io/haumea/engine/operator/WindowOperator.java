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

import io.haumea.engine.expression.Frame;
import io.haumea.engine.window.HeldRow;
import io.haumea.engine.window.RowWindow;
import io.haumea.engine.window.RowWindows;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.WindowTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window that keeps its rows. */
final class WindowOperator extends PassingOperator {

    private final RowCopier[] copiers;
    private final boolean eventTime;
    private final @Nullable JoinOperator join;
    private final RowWindow window;

    /** A window over some streams; those of several go to the join after it. */
    WindowOperator(
            PlanNode.Window plan, RowCopier[] copiers, OperatorContext context, Operator next) {
        super("window", context, next);
        this.copiers = copiers;
        this.eventTime = plan.time() instanceof WindowTime.Event;
        this.join = next instanceof JoinOperator joining ? joining : null;
        this.window =
                RowWindows.create(plan.spec(), plan.time(), copiers.length, context, this::fired);
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        long millis = eventTime ? frame.timestamp() : context().nowMillis();
        int input = frame.input();
        window.add(new HeldRow(millis, input, copiers[input].copy(frame)));
    }

    private void fired(List<HeldRow> held) {
        counters.out(1);
        if (join != null) {
            join.window(held);
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>(held.size());
        for (HeldRow row : held) {
            rows.add(row.values());
        }
        next.rows(rows);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        throw new IllegalStateException("A window takes messages");
    }
}
