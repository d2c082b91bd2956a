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
package io.haumea.engine.schedule;

/**
 * Whether to wait for somebody who is behind: while he is fast, and else for a moment, as anybody
 * may have to warm up or be held up by the machine; then not again before he has caught up.
 */
public final class Patience {

    private static final long CAUGHT_UP = 0;
    private static final long MOMENT_NANOS = 100_000_000;

    private final Speed speed;
    private volatile long behindSince = CAUGHT_UP;

    /**
     * Patience that is fresh.
     *
     * @param speed that of the other
     */
    public Patience(Speed speed) {
        this.speed = speed;
    }

    /** He is not behind. */
    public void caughtUp() {
        if (behindSince != CAUGHT_UP) {
            behindSince = CAUGHT_UP;
        }
    }

    /**
     * Whether to wait; he is behind.
     *
     * @param waiting how many rows wait for him
     */
    public boolean lasts(int waiting) {
        long now = System.nanoTime();
        long since = behindSince;
        if (since == CAUGHT_UP) {
            behindSince = now == CAUGHT_UP ? 1 : now;
            return true;
        }
        return now - since < MOMENT_NANOS || speed.fast(waiting, now);
    }
}
