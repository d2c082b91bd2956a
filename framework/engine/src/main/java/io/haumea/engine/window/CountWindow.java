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
import io.haumea.engine.state.LongState;
import io.haumea.engine.state.StateSite;
import io.haumea.sql.plan.WindowSpec;

/** The last rows, after each so many rows; the first time when there are enough. */
final class CountWindow implements RowWindow {

    private final WindowSpec.Count spec;
    private final ListState<HeldRow> rows;
    private final LongState count;
    private final WindowOutput output;

    CountWindow(WindowSpec.Count spec, StateSite site, WindowOutput output) {
        this.spec = spec;
        this.rows = site.listState("window");
        this.count = site.longState("count", 0);
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
        rows.removeFirst(Math.max(0, rows.size() - spec.size()));
        count.set(count.get() + 1);
        if (count.get() == spec.every()) {
            count.set(0);
            if (rows.size() == spec.size()) {
                output.fired(rows.copy(0, rows.size()));
            }
        }
    }
}
