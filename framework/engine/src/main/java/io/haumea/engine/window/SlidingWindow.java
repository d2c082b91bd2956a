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

/** A sliding window in processing time: each row ends one. */
final class SlidingWindow implements RowWindow {

    private final long lengthMillis;
    private final SortedRows rows;
    private final WindowOutput output;

    SlidingWindow(long lengthMillis, StateSite site, WindowOutput output) {
        this.lengthMillis = lengthMillis;
        this.rows = new SortedRows(site.listState("window"));
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
        rows.removeFirst(rows.countBefore(row.millis() - lengthMillis));
        output.fired(rows.between(row.millis() - lengthMillis, row.millis()));
    }
}
