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

/** A hopping window in processing time. */
final class HoppingWindow implements RowWindow {

    /** At its first end EMQ X Kuiper 0.9 looks that much farther back. */
    private static final long FIRST_GRACE_MILLIS = 32_767;

    private final long lengthMillis;
    private final StateSite site;
    private final SortedRows rows;
    private final LongState ended;
    private final WindowTicks ends;
    private final WindowOutput output;

    HoppingWindow(WindowSpec.Hopping spec, StateSite site, WindowOutput output) {
        this.lengthMillis = spec.lengthMillis();
        this.site = site;
        this.rows = new SortedRows(site.listState("window"));
        this.ended = site.longState("ended", 0);
        this.ends = new WindowTicks(spec.hopMillis(), site, this::end);
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
        ends.arm();
    }

    private void end() {
        long now = site.nowMillis();
        long from = now - lengthMillis - (ended.get() == 0 ? FIRST_GRACE_MILLIS : 0);
        ended.set(1);
        List<HeldRow> fired = rows.between(from, now);
        rows.removeFirst(rows.countBefore(now - lengthMillis));
        if (!rows.isEmpty()) {
            ends.arm();
        }
        if (!fired.isEmpty()) {
            output.fired(fired);
        }
    }
}
