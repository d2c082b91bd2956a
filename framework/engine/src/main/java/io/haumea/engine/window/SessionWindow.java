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

/**
 * A session window in processing time. It ends when nothing has come for the gap; a longer one is
 * cut at a multiple of the duration since the start of the rule: the first at which it is older
 * than the multiple before.
 */
final class SessionWindow implements RowWindow {

    private static final long NEVER = Long.MIN_VALUE;

    private final WindowSpec.Session spec;
    private final StateSite site;
    private final ListState<HeldRow> rows;
    private final LongState tick;
    private final LongState gapEnd;
    private final WindowTicks ticks;
    private final WindowOutput output;
    private boolean waiting;

    SessionWindow(WindowSpec.Session spec, StateSite site, WindowOutput output) {
        this.spec = spec;
        this.site = site;
        this.rows = site.listState("window");
        this.tick = site.longState("tick", 0);
        this.gapEnd = site.longState("gapEnd", NEVER);
        this.ticks = new WindowTicks(spec.durationMillis(), site, this::look);
        this.output = output;
    }

    @Override
    public void add(HeldRow row) {
        rows.add(row);
        gapEnd.set(row.millis() + spec.gapMillis());
        ticks.arm();
        waitForGap();
    }

    /** One timer for the gap is enough: when it rings too early, it is set again. */
    private void waitForGap() {
        if (!waiting) {
            waiting = true;
            site.timer(
                    gapEnd.get(),
                    () -> {
                        waiting = false;
                        look();
                    });
        }
    }

    /** At a tick or at the end of a gap; where both are due, the tick counts first. */
    private void look() {
        if (rows.isEmpty()) {
            return;
        }
        long now = site.nowMillis();
        boolean atTick = Math.floorMod(now - site.startMillis(), spec.durationMillis()) == 0;
        if (atTick && tick.get() != now) {
            long before = tick.get();
            tick.set(now);
            if (before >= rows.get(0).millis()) {
                output.fired(rows.takeAll());
                return;
            }
        }
        if (now >= gapEnd.get()) {
            output.fired(rows.takeAll());
            return;
        }
        ticks.arm();
        waitForGap();
    }
}
