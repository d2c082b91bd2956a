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
package io.haumea.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down those who guess passwords: after some failures for a name, further tries are turned
 * away unseen for a while that doubles each time. Names share a fixed number of counters, so that
 * guessing names costs no memory. Thread-safe.
 */
final class Throttle {

    private static final int COUNTERS = 1024;
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final int[] failures = new int[COUNTERS];
    private final Instant[] closedUntil = new Instant[COUNTERS];

    Throttle(InstantSource clock) {
        this.clock = clock;
        java.util.Arrays.fill(closedUntil, Instant.MIN);
    }

    synchronized boolean closed(String name) {
        return clock.instant().isBefore(closedUntil[slot(name)]);
    }

    synchronized void failed(String name) {
        int slot = slot(name);
        failures[slot]++;
        int over = failures[slot] - FREE_FAILURES;
        if (over >= 0) {
            Duration pause = Duration.ofSeconds(1L << Math.min(over, 10));
            closedUntil[slot] =
                    clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    synchronized void succeeded(String name) {
        failures[slot(name)] = 0;
        closedUntil[slot(name)] = Instant.MIN;
    }

    private static int slot(String name) {
        return Math.floorMod(name.hashCode(), COUNTERS);
    }
}
