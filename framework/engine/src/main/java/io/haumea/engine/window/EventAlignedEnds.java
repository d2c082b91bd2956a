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

/** Tumbling and hopping windows in event time: they end at multiples of their distance. */
final class EventAlignedEnds extends EventWindowEnds {

    private final long lengthMillis;
    private final long everyMillis;
    private final LongState fired;

    /** Windows with a length, or with all rows since the window before where it is UNKNOWN. */
    EventAlignedEnds(long lengthMillis, long everyMillis, StateSite site, WindowOutput output) {
        super(site, output);
        this.lengthMillis = lengthMillis;
        this.everyMillis = everyMillis;
        this.fired = site.longState("fired", 0);
    }

    @Override
    boolean remembersNext() {
        return true;
    }

    @Override
    long nextEnd(long previousEnd, long watermark) {
        if (fired.get() != 0) {
            return previousEnd + everyMillis;
        }
        long first = firstAfter(previousEnd, watermark);
        return first == UNKNOWN ? UNKNOWN : roundUp(first, everyMillis);
    }

    @Override
    List<HeldRow> take(long end) {
        List<HeldRow> window;
        if (lengthMillis == UNKNOWN) {
            window = takeUntil(end);
        } else {
            window = rows.between(end - lengthMillis, end);
            rows.removeFirst(rows.countBefore(end - lengthMillis));
        }
        fired.set(window.isEmpty() ? 0 : 1);
        return window;
    }
}
