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
package io.haumea.engine.aggregate;

import io.haumea.engine.expression.Frame;
import io.haumea.engine.state.StateSite;
import io.haumea.engine.window.EventWindowEnds;
import io.haumea.engine.window.HeldRow;
import io.haumea.engine.window.SortedRows;
import io.haumea.engine.window.Watermark;
import io.haumea.engine.window.WindowTicks;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.WindowTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A tumbling or hopping window that keeps panes. Used by the rule's thread alone. */
public interface PaneWindow {

    /**
     * Takes a message.
     *
     * @param frame looks at it
     */
    void add(Frame frame);

    /**
     * Makes a window.
     *
     * @param plan which rows belong together; its time says what the groups' expressions look at: a
     *     message in processing time, a row of the rule's own in event time
     * @param groups what is done with rows
     * @param site where panes are kept
     * @param output gets the panes of each window that had rows
     * @param copier makes a row that can be kept
     * @return the window
     */
    static PaneWindow create(
            PlanNode.Window plan,
            PaneGroups groups,
            StateSite site,
            Consumer<List<Pane>> output,
            Function<Frame, @Nullable Object[]> copier) {
        return plan.time() instanceof WindowTime.Event time
                ? new InEventTime(plan, groups, new Watermark(time, 1, site), site, output, copier)
                : new InProcessingTime(plan, groups, site, output);
    }

    /** By the time of arrival. */
    final class InProcessingTime implements PaneWindow {

        private final StateSite site;
        private final PaneGroups groups;
        private final Panes panes;
        private final WindowTicks ends;
        private final Consumer<List<Pane>> output;

        private InProcessingTime(
                PlanNode.Window plan,
                PaneGroups groups,
                StateSite site,
                Consumer<List<Pane>> output) {
            PaneShape shape = new PaneShape(plan.spec(), site.startMillis());
            this.site = site;
            this.groups = groups;
            this.panes = new Panes(shape, site.listState("window"));
            this.ends = new WindowTicks(shape.hopMillis(), site, this::end);
            this.output = output;
        }

        @Override
        public void add(Frame frame) {
            groups.add(panes.at(site.nowMillis()), frame);
            ends.arm();
        }

        private void end() {
            List<Pane> window = panes.take(site.nowMillis());
            if (!panes.isEmpty()) {
                ends.arm();
            }
            if (!window.isEmpty()) {
                output.accept(window);
            }
        }
    }

    /**
     * By the time in messages. Rows wait until the watermark has passed them, so that panes see
     * them in their order.
     */
    final class InEventTime extends EventWindowEnds implements PaneWindow {

        private final PaneGroups groups;
        private final Watermark watermark;
        private final SortedRows waiting;
        private final Panes panes;
        private final Consumer<List<Pane>> output;
        private final Function<Frame, @Nullable Object[]> copier;
        private final Frame frame = new Frame();

        private InEventTime(
                PlanNode.Window plan,
                PaneGroups groups,
                Watermark watermark,
                StateSite site,
                Consumer<List<Pane>> output,
                Function<Frame, @Nullable Object[]> copier) {
            super(new PaneShape(plan.spec(), 0).hopMillis(), site);
            this.groups = groups;
            this.watermark = watermark;
            this.waiting = new SortedRows(site.listState("waiting"));
            this.panes = new Panes(new PaneShape(plan.spec(), 0), site.listState("window"));
            this.output = output;
            this.copier = copier;
        }

        @Override
        public void add(Frame message) {
            long millis = message.timestamp();
            if (!watermark.see(0, millis)) {
                return;
            }
            waiting.add(new HeldRow(millis, 0, copier.apply(message)));
            boolean advanced = watermark.advance();
            for (HeldRow row : waiting.takeUntil(watermark.millis())) {
                frame.row(row.values());
                groups.add(panes.at(row.millis()), frame);
            }
            if (advanced) {
                fire(watermark.millis());
            }
        }

        @Override
        protected long firstEndAfter(long end, long reached) {
            return panes.firstEndAfter(end, UNKNOWN);
        }

        @Override
        protected boolean end(long end) {
            List<Pane> window = panes.take(end);
            if (!window.isEmpty()) {
                output.accept(window);
            }
            return !window.isEmpty();
        }
    }
}
