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
import io.haumea.sql.plan.WindowSpec;

/**
 * Sessions in event time. One ends when a later row shows that nothing came for the gap, or passes
 * the cut: the second multiple of the duration after its beginning.
 */
final class EventSessionEnds implements EventRows {

    private static final long UNKNOWN = SortedRows.NONE;

    private final WindowSpec.Session spec;
    private final SortedRows rows;
    private final WindowOutput output;

    /** How many rows have been looked at for good, the time of the last, and the next cut. */
    private int looked;

    private long before;
    private long cut;

    EventSessionEnds(WindowSpec.Session spec, StateSite site, WindowOutput output) {
        this.spec = spec;
        this.rows = new SortedRows(site.listState("window"));
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
    }

    @Override
    public void advanceTo(long watermark) {
        long end = nextEnd(watermark);
        while (end <= watermark && end != UNKNOWN) {
            looked = 0;
            output.fired(rows.takeUntil(end));
            end = nextEnd(watermark);
        }
    }

    /**
     * Rows until the watermark are looked at once, as nothing can come between them any more; those
     * behind it again each time.
     */
    private long nextEnd(long watermark) {
        if (rows.isEmpty() || rows.get(0).millis() > watermark) {
            return UNKNOWN;
        }
        if (looked == 0) {
            before = rows.get(0).millis();
            cut = EventWindowEnds.roundUp(before, spec.durationMillis());
            looked = 1;
        }
        long last = before;
        long nextCut = cut;
        for (int i = looked; i < rows.size() && Math.min(last, nextCut) <= watermark; i++) {
            long millis = rows.get(i).millis();
            long end = end(last, nextCut, millis);
            if (end != UNKNOWN) {
                return end;
            }
            nextCut += millis > nextCut ? spec.durationMillis() : 0;
            last = millis;
            if (millis <= watermark) {
                before = last;
                cut = nextCut;
                looked = i + 1;
            }
        }
        return UNKNOWN;
    }

    /** The end of the session that a row shows, or UNKNOWN. */
    private long end(long last, long nextCut, long millis) {
        long end = millis - last > spec.gapMillis() ? last + spec.gapMillis() : UNKNOWN;
        boolean old = nextCut - spec.durationMillis() > rows.get(0).millis();
        return millis > nextCut && old ? Math.min(end, nextCut) : end;
    }
}
