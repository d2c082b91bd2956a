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
            output.fired(rows.takeUntil(end));
            end = nextEnd(watermark);
        }
    }

    private long nextEnd(long watermark) {
        if (rows.isEmpty()) {
            return UNKNOWN;
        }
        long duration = spec.durationMillis();
        long start = rows.get(0).millis();
        long cut = EventWindowEnds.roundUp(start, duration);
        long before = start;
        for (int i = 1; i < rows.size() && Math.min(before, cut) <= watermark; i++) {
            long millis = rows.get(i).millis();
            long end = millis - before > spec.gapMillis() ? before + spec.gapMillis() : UNKNOWN;
            if (millis > cut) {
                if (cut - duration > start) {
                    end = Math.min(end, cut);
                }
                cut += duration;
            }
            if (end != UNKNOWN) {
                return end;
            }
            before = millis;
        }
        return UNKNOWN;
    }
}
