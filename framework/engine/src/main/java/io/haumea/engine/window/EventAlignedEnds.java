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

import io.haumea.engine.state.StateSite;
import java.util.List;

/** Tumbling and hopping windows in event time that keep their rows. */
final class EventAlignedEnds extends EventWindowEnds implements EventRows {

    private final long lengthMillis;
    private final long everyMillis;
    private final SortedRows rows;
    private final WindowOutput output;

    /** Windows with a length, or with all rows since the window before where it is UNKNOWN. */
    EventAlignedEnds(long lengthMillis, long everyMillis, StateSite site, WindowOutput output) {
        super(everyMillis, site);
        this.lengthMillis = lengthMillis;
        this.everyMillis = everyMillis;
        this.rows = new SortedRows(site.listState("window"));
        this.output = output;
    }

    static EventAlignedEnds tumbling(long lengthMillis, StateSite site, WindowOutput output) {
        return new EventAlignedEnds(UNKNOWN, lengthMillis, site, output);
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
    }

    @Override
    public void advanceTo(long watermark) {
        fire(watermark);
    }

    @Override
    protected long firstEndAfter(long end, long watermark) {
        long first = rows.firstAfter(end, watermark);
        return first == UNKNOWN ? UNKNOWN : roundUp(first, everyMillis);
    }

    @Override
    protected boolean end(long end) {
        List<HeldRow> window;
        if (lengthMillis == UNKNOWN) {
            window = rows.takeUntil(end);
        } else {
            window = rows.between(end - lengthMillis, end);
            rows.removeFirst(rows.countBefore(end - lengthMillis));
        }
        if (!window.isEmpty()) {
            output.fired(window);
        }
        return !window.isEmpty();
    }
}
