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
package io.haumea.engine.window;

import io.haumea.engine.state.LongState;
import io.haumea.engine.state.StateSite;
import java.util.List;

/** Sliding windows in event time: one for each time at which there are rows. */
final class EventSlidingEnds implements EventRows {

    private final long lengthMillis;
    private final SortedRows rows;
    private final LongState previous;
    private final WindowOutput output;

    EventSlidingEnds(long lengthMillis, StateSite site, WindowOutput output) {
        this.lengthMillis = lengthMillis;
        this.rows = new SortedRows(site.listState("window"));
        this.previous = site.longState("previous", 0);
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
    }

    @Override
    public void advanceTo(long watermark) {
        long end = rows.firstAfter(previous.get(), watermark);
        while (end != SortedRows.NONE) {
            List<HeldRow> window = rows.between(end - lengthMillis, end);
            rows.removeFirst(rows.countBefore(end - lengthMillis));
            previous.set(end);
            output.fired(window);
            end = rows.firstAfter(end, watermark);
        }
    }
}
