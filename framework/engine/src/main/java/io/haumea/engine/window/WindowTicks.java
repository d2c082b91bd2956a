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

/**
 * Moments at equal distances from the start of the rule, without drift. A timer is armed only when
 * somebody waits for the next one.
 */
public final class WindowTicks {

    private final long everyMillis;
    private final StateSite site;
    private final Runnable action;
    private long armedFor = Long.MIN_VALUE;

    /**
     * Ticks of a window.
     *
     * @param everyMillis the distance, more than zero
     * @param site the time
     * @param action runs at each tick that was waited for
     */
    public WindowTicks(long everyMillis, StateSite site, Runnable action) {
        this.everyMillis = everyMillis;
        this.site = site;
        this.action = action;
    }

    /** Waits for the next tick after now. */
    public void arm() {
        long now = site.nowMillis();
        if (now < armedFor) {
            return;
        }
        long passed = Math.floorDiv(now - site.startMillis(), everyMillis);
        armedFor = site.startMillis() + (passed + 1) * everyMillis;
        site.timer(armedFor, action);
    }
}
