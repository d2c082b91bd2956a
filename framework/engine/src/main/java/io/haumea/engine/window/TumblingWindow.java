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

import io.haumea.engine.state.ListState;
import io.haumea.engine.state.StateSite;

/** A tumbling window in processing time. */
final class TumblingWindow implements RowWindow {

    private final ListState<HeldRow> rows;
    private final WindowTicks ends;
    private final WindowOutput output;

    TumblingWindow(long lengthMillis, StateSite site, WindowOutput output) {
        this.rows = site.listState("window");
        this.ends = new WindowTicks(lengthMillis, site, this::end);
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
        ends.arm();
    }

    private void end() {
        if (!rows.isEmpty()) {
            output.fired(rows.takeAll());
        }
    }
}
