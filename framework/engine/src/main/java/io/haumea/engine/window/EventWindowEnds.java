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
import io.haumea.sql.plan.WindowSpec;
import java.util.List;

/**
 * The ends of windows in event time, counted from the epoch, and the rows that wait for them. After
 * a window with rows the next one in the row of windows is looked at; after an empty one, the one
 * of the next row.
 */
abstract class EventWindowEnds {

    /** There is no end to look at yet. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** The rows, by time, then arrival. */
    final SortedRows rows;

    private final LongState next;
    private final LongState previous;
    private final WindowOutput output;

    EventWindowEnds(StateSite site, WindowOutput output) {
        this.rows = new SortedRows(site.listState("window"));
        this.next = site.longState("next", 0);
        this.previous = site.longState("previous", 0);
        this.output = output;
    }

    static EventWindowEnds tumbling(long lengthMillis, StateSite site, WindowOutput output) {
        return new EventAlignedEnds(UNKNOWN, lengthMillis, site, output);
    }

    static EventWindowEnds hopping(WindowSpec.Hopping spec, StateSite site, WindowOutput output) {
        return new EventAlignedEnds(spec.lengthMillis(), spec.hopMillis(), site, output);
    }

    /** Takes a row that is not late. */
    void add(HeldRow row) {
        rows.add(row);
    }

    /** Ends all windows that the watermark has passed. */
    final void fire(long watermark) {
        long end = next.get();
        if (end == UNKNOWN || !remembersNext()) {
            end = nextEnd(previous.get(), watermark);
        }
        while (end <= watermark && end != UNKNOWN) {
            List<HeldRow> fired = take(end);
            previous.set(end);
            if (!fired.isEmpty()) {
                output.fired(fired);
            }
            end = nextEnd(end, watermark);
        }
        next.set(end);
    }

    /** Whether an end once found stays the next one, whatever rows come. */
    abstract boolean remembersNext();

    /** The end after one, or {@link #UNKNOWN}. */
    abstract long nextEnd(long previousEnd, long watermark);

    /** The rows of the window with an end; those that no window after it needs are forgotten. */
    abstract List<HeldRow> take(long end);

    /** The time of the first row after a time and not after the watermark, or UNKNOWN. */
    final long firstAfter(long millis, long watermark) {
        int place = rows.countUntil(millis);
        if (place == rows.size() || rows.get(place).millis() > watermark) {
            return UNKNOWN;
        }
        return rows.get(place).millis();
    }

    /** The rows until a time, which are forgotten. */
    final List<HeldRow> takeUntil(long millis) {
        int count = rows.countUntil(millis);
        List<HeldRow> taken = rows.first(count);
        rows.removeFirst(count);
        return taken;
    }

    /** The first multiple that is not before a time, or UNKNOWN where numbers end. */
    static long roundUp(long millis, long multiple) {
        long rest = Math.floorMod(millis, multiple);
        if (rest == 0) {
            return millis;
        }
        return millis > UNKNOWN - multiple ? UNKNOWN : millis - rest + multiple;
    }
}
