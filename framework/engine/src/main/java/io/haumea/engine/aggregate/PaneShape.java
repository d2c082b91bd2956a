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

import io.haumea.sql.plan.WindowSpec;

/**
 * How time is cut into panes so that every window is made of whole ones: at the ends of windows,
 * where new ones begin, and where the length reaches back to. As both ends belong to a window, each
 * of these moments is a pane of its own.
 */
final class PaneShape {

    private static final int PARTS = 4;

    private final long lengthMillis;
    private final long hopMillis;
    private final long origin;
    private final long cut;
    private final boolean tumbling;

    /**
     * Panes for a window.
     *
     * @param spec tumbling or hopping
     * @param origin a moment at which a window ends, in ms since the epoch
     */
    PaneShape(WindowSpec spec, long origin) {
        this.origin = origin;
        this.tumbling = spec instanceof WindowSpec.Tumbling;
        if (spec instanceof WindowSpec.Hopping hopping) {
            lengthMillis = hopping.lengthMillis();
            hopMillis = hopping.hopMillis();
        } else {
            lengthMillis = ((WindowSpec.Tumbling) spec).lengthMillis();
            hopMillis = lengthMillis;
        }
        cut = hopMillis - lengthMillis % hopMillis;
    }

    long hopMillis() {
        return hopMillis;
    }

    /** The pane of a moment; later moments never have earlier panes. */
    long indexOf(long millis) {
        long hop = Math.floorDiv(millis - origin, hopMillis);
        long rest = millis - origin - hop * hopMillis;
        if (rest == 0) {
            return hop * PARTS;
        }
        if (rest < cut) {
            return hop * PARTS + 1;
        }
        return hop * PARTS + (rest == cut ? 2 : 3);
    }

    /** The first end of a window that is not before a pane. */
    long endOf(long index) {
        long hop = Math.floorDiv(index, (long) PARTS);
        return origin + (hop * PARTS == index ? hop : hop + 1) * hopMillis;
    }

    /** The first pane of the window with an end. */
    long firstOf(long end) {
        return tumbling ? Long.MIN_VALUE : indexOf(end - lengthMillis);
    }

    /** The first pane that windows after one need. */
    long neededAfter(long end) {
        return tumbling ? indexOf(end) + 1 : indexOf(end - lengthMillis);
    }
}
