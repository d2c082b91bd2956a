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
import io.haumea.sql.plan.WindowTime;

/** Makes the window for what a plan says. */
public final class RowWindows {

    private RowWindows() {}

    /**
     * Makes a window.
     *
     * @param spec which rows belong together
     * @param time by which time
     * @param inputs of how many streams rows come
     * @param site where it keeps them
     * @param output where the rows of each window go
     * @return the window
     */
    public static RowWindow create(
            WindowSpec spec, WindowTime time, int inputs, StateSite site, WindowOutput output) {
        return time instanceof WindowTime.Event event
                ? new EventTimeWindow(new Watermark(event, inputs, site), ends(spec, site, output))
                : inProcessingTime(spec, site, output);
    }

    private static RowWindow inProcessingTime(
            WindowSpec spec, StateSite site, WindowOutput output) {
        if (spec instanceof WindowSpec.Tumbling tumbling) {
            return new TumblingWindow(tumbling.lengthMillis(), site, output);
        }
        if (spec instanceof WindowSpec.Hopping hopping) {
            return new HoppingWindow(hopping, site, output);
        }
        if (spec instanceof WindowSpec.Sliding sliding) {
            return new SlidingWindow(sliding.lengthMillis(), site, output);
        }
        if (spec instanceof WindowSpec.Session session) {
            return new SessionWindow(session, site, output);
        }
        return new CountWindow((WindowSpec.Count) spec, site, output);
    }

    private static EventRows ends(WindowSpec spec, StateSite site, WindowOutput output) {
        if (spec instanceof WindowSpec.Tumbling tumbling) {
            return EventAlignedEnds.tumbling(tumbling.lengthMillis(), site, output);
        }
        if (spec instanceof WindowSpec.Hopping hopping) {
            return new EventAlignedEnds(hopping.lengthMillis(), hopping.hopMillis(), site, output);
        }
        if (spec instanceof WindowSpec.Sliding sliding) {
            return new EventSlidingEnds(sliding.lengthMillis(), site, output);
        }
        if (spec instanceof WindowSpec.Session session) {
            return new EventSessionEnds(session, site, output);
        }
        throw new IllegalStateException("No event time for " + spec);
    }
}
