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

/** A window in event time: rows wait until the watermark has passed the end of their window. */
final class EventTimeWindow implements RowWindow {

    private final Watermark watermark;
    private final EventRows ends;

    EventTimeWindow(Watermark watermark, EventRows ends) {
        this.watermark = watermark;
        this.ends = ends;
        watermark.whenAdvancedBySilence(() -> ends.advanceTo(watermark.millis()));
    }

    @Override
    public void add(HeldRow row) {
        if (watermark.see(row.input(), row.millis())) {
            ends.add(row);
            if (watermark.advance()) {
                ends.advanceTo(watermark.millis());
            }
        }
    }
}
