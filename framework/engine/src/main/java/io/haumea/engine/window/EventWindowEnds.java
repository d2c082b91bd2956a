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

/**
 * Tumbling and hopping windows in event time: they end at multiples of their distance, counted from
 * the epoch. After a window with rows the next one is looked at; after an empty one, that of the
 * next row.
 */
public abstract class EventWindowEnds {

    /** There is no end to look at yet. */
    protected static final long UNKNOWN = Long.MAX_VALUE;

    private final long everyMillis;
    private final LongState next;
    private final LongState previous;
    private final LongState fired;

    /**
     * Ends that nothing has come to yet.
     *
     * @param everyMillis their distance
     * @param site where is kept which was the last
     */
    protected EventWindowEnds(long everyMillis, StateSite site) {
        this.everyMillis = everyMillis;
        this.next = site.longState("next", 0);
        this.previous = site.longState("previous", 0);
        this.fired = site.longState("fired", 0);
    }

    /**
     * Ends all windows that the watermark has passed.
     *
     * @param watermark in ms since the epoch
     */
    protected final void fire(long watermark) {
        long end = next.get();
        if (end == UNKNOWN) {
            end = nextEnd(previous.get(), watermark);
        }
        while (end <= watermark && end != UNKNOWN) {
            fired.set(end(end) ? 1 : 0);
            previous.set(end);
            end = nextEnd(end, watermark);
        }
        next.set(end);
    }

    private long nextEnd(long end, long watermark) {
        return fired.get() != 0 ? end + everyMillis : firstEndAfter(end, watermark);
    }

    /**
     * The end of the window of the first row after an end and not after the watermark.
     *
     * @param end the end
     * @param watermark in ms since the epoch
     * @return the end, or {@link #UNKNOWN}
     */
    protected abstract long firstEndAfter(long end, long watermark);

    /**
     * Ends a window.
     *
     * @param end its end
     * @return whether there were rows in it
     */
    protected abstract boolean end(long end);

    /**
     * The first multiple that is not before a time.
     *
     * @param millis the time
     * @param multiple more than zero
     * @return it, or {@link #UNKNOWN} where numbers end
     */
    static long roundUp(long millis, long multiple) {
        long rest = Math.floorMod(millis, multiple);
        if (rest == 0) {
            return millis;
        }
        return millis > UNKNOWN - multiple ? UNKNOWN : millis - rest + multiple;
    }
}
