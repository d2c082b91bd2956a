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
import io.haumea.engine.state.LongState;
import io.haumea.engine.state.StateSite;
import io.haumea.engine.window.HeldRow;
import io.haumea.engine.window.SortedRows;
import io.haumea.engine.window.Watermark;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.WindowSpec;
import io.haumea.sql.plan.WindowTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sliding window that keeps what aggregates take instead of rows. */
public final class SlidingPanes implements PaneWindow {

    private final long lengthMillis;
    private final SlidingGroups groups;
    private final StateSite site;
    private final Runnable ended;
    private final Function<Frame, @Nullable Object[]> copier;
    private final @Nullable Watermark watermark;
    private final SortedRows waiting;
    private final LongState previous;
    private final Frame frame = new Frame();

    /**
     * A window.
     *
     * @param plan its length and time
     * @param groups what is done with rows
     * @param site where they are kept
     * @param ended runs at the end of each window, of which there is one for each row
     * @param copier makes a row that can wait for the watermark
     */
    public SlidingPanes(
            PlanNode.Window plan,
            SlidingGroups groups,
            StateSite site,
            Runnable ended,
            Function<Frame, @Nullable Object[]> copier) {
        this.lengthMillis = ((WindowSpec.Sliding) plan.spec()).lengthMillis();
        this.groups = groups;
        this.site = site;
        this.ended = ended;
        this.copier = copier;
        this.watermark =
                plan.time() instanceof WindowTime.Event time ? new Watermark(time, 1, site) : null;
        this.waiting = new SortedRows(site.listState("waiting"));
        this.previous = site.longState("previous", 0);
    }

    @Override
    public void add(Frame message) {
        if (watermark == null) {
            long now = site.nowMillis();
            groups.add(now, message);
            end(now);
        } else if (watermark.see(0, message.timestamp())) {
            waiting.add(new HeldRow(message.timestamp(), 0, copier.apply(message)));
            if (watermark.advance()) {
                inOrder(watermark.millis());
            }
        }
    }

    /** Rows of one time end one window; those that come after its end, none. */
    private void inOrder(long watermarkMillis) {
        long end = previous.get();
        for (HeldRow row : waiting.takeUntil(watermarkMillis)) {
            if (row.millis() > end && end > previous.get()) {
                endAt(end);
            }
            end = Math.max(end, row.millis());
            frame.row(row.values());
            groups.add(row.millis(), frame);
        }
        if (end > previous.get()) {
            endAt(end);
        }
    }

    private void endAt(long end) {
        previous.set(end);
        end(end);
    }

    private void end(long end) {
        groups.removeBefore(end - lengthMillis);
        ended.run();
    }
}
