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

/** Sliding windows in event time: one for each time at which there are rows. */
final class EventSlidingEnds extends EventWindowEnds {

    private final long lengthMillis;

    EventSlidingEnds(long lengthMillis, StateSite site, WindowOutput output) {
        super(site, output);
        this.lengthMillis = lengthMillis;
    }

    @Override
    boolean remembersNext() {
        return false;
    }

    @Override
    long nextEnd(long previousEnd, long watermark) {
        return firstAfter(previousEnd, watermark);
    }

    @Override
    List<HeldRow> take(long end) {
        List<HeldRow> window = rows.between(end - lengthMillis, end);
        rows.removeFirst(rows.countBefore(end - lengthMillis));
        return window;
    }
}
