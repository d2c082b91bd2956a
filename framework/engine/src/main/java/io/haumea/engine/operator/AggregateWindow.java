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
import io.haumea.engine.aggregate.GroupError;
import io.haumea.engine.aggregate.MergedGroups;
import io.haumea.engine.aggregate.PaneGroups;
import io.haumea.engine.aggregate.PaneWindow;
import io.haumea.engine.aggregate.SlidingGroups;
import io.haumea.engine.aggregate.SlidingPanes;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.WindowSpec;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A tumbling, hopping or sliding window, the WHERE after it and its aggregation in one: keeps panes
 * of groups instead of rows. The results are those of keeping the rows.
 */
final class AggregateWindow extends PassingOperator {

    private final Aggregates aggregates;
    private final PaneWindow window;
    private final boolean filters;
    private final NodeCounters filter = new NodeCounters("op", "filter");
    private final NodeCounters aggregation = new NodeCounters("op", "aggregate");

    /**
     * A window.
     *
     * @param plan which rows belong together
     * @param steps WHERE and keys
     * @param aggregates what is computed
     * @param copying how rows are kept
     */
    AggregateWindow(
            PlanNode.Window plan,
            PaneGroups.Steps steps,
            Aggregates aggregates,
            Copying copying,
            OperatorContext context,
            Operator next) {
        super("window", context, next);
        this.aggregates = aggregates;
        this.filters = steps.where() != null;
        this.window =
                plan.spec() instanceof WindowSpec.Sliding
                        ? sliding(plan, steps, copying)
                        : panes(plan, steps, copying);
    }

    /**
     * How rows are kept.
     *
     * @param messages makes a row of a message
     * @param shown makes a row of what expressions look at
     * @param rowsShown whether results show anything of a row but aggregates
     */
    record Copying(
            Function<Frame, @Nullable Object[]> messages,
            Function<Frame, @Nullable Object[]> shown,
            boolean rowsShown) {}

    private PaneWindow sliding(PlanNode.Window plan, PaneGroups.Steps steps, Copying copying) {
        SlidingGroups groups =
                new SlidingGroups(
                        steps, aggregates, copying.rowsShown() ? copying.shown() : null, context());
        return new SlidingPanes(
                plan,
                groups,
                context(),
                () -> ended(groups.error(), () -> results(groups.results())),
                copying.messages());
    }

    private PaneWindow panes(PlanNode.Window plan, PaneGroups.Steps steps, Copying copying) {
        PaneGroups groups = new PaneGroups(steps, aggregates, copying.shown());
        return PaneWindow.create(
                plan,
                groups,
                context(),
                panes -> ended(groups.error(panes), () -> merge(groups.merged(panes))),
                copying.messages());
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        window.add(frame);
    }

    private void merge(MergedGroups groups) {
        begin(groups, () -> results(groups.rows()), AggregateOperator.GROUP_ERROR);
    }

    private void ended(@Nullable GroupError error, Runnable results) {
        counters.out(1);
        if (error == null) {
            results.run();
        } else if (error.ofWhere()) {
            filter.in(1);
            filter.exception(error.text(), context().nowMillis());
            aggregation.in(1);
            aggregation.exception();
            next.error(aggregates.passing(error.text()));
        } else {
            filter.in(1);
            filter.out(1);
            aggregation.in(1);
            aggregation.exception(error.text(), context().nowMillis());
            next.error(error.text());
        }
    }

    private void results(List<@Nullable Object[]> rows) {
        filter.in(1);
        if (!rows.isEmpty()) {
            filter.out(1);
            aggregation.in(1);
            aggregation.out(1);
            next.rows(rows);
        }
    }

    @Override
    String passing(String text) {
        for (NodeCounters part : List.of(filter, aggregation)) {
            part.in(1);
            part.exception();
        }
        return aggregates.passing(text);
    }

    /** It counts as the three operators whose work it does. */
    @Override
    List<NodeCounters> allCounters() {
        return filters ? List.of(counters, filter, aggregation) : List.of(counters, aggregation);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        throw new IllegalStateException("A window takes messages");
    }
}
