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
package io.haumea.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * When messages are due at a fixed rate. Counts from its start and not from the last message, so
 * that late ticks don't add up. Used by one thread at a time.
 *
 * <p>A second is caught up with at most: after the machine slept, or its clock was set, the
 * schedule begins anew from there instead of sending the whole gap at once.
 */
final class Schedule {

    /** The shortest time from one tick to the next; faster rates send bursts. */
    private static final long SHORTEST_TICK_NANOS = 1_000_000;

    private static final double NANOS = 1e9;

    /** Makes up for what is lost in rounding, so that a message is not a tick late. */
    private static final double ROUNDING = 1e-6;

    private final double rate;
    private Instant start;
    private long sent;

    /**
     * A schedule whose first message is due after one interval.
     *
     * @param rate messages per second, more than 0
     * @param start when it begins
     */
    Schedule(double rate, Instant start) {
        this.rate = rate;
        this.start = start;
    }

    /** The time between two looks at the schedule. */
    Duration tick() {
        long interval = (long) Math.ceil(NANOS / rate);
        return Duration.ofNanos(Math.max(SHORTEST_TICK_NANOS, interval));
    }

    /**
     * How many messages are to be sent now; they count as sent.
     *
     * @param now the time
     * @return 0 or more
     */
    long due(Instant now) {
        long behind = scheduled(now) - sent;
        long most = Math.max(1, (long) rate);
        if (behind > most || behind < -most) {
            start = now;
            sent = 0;
            return Math.max(0, Math.min(behind, most));
        }
        sent += Math.max(0, behind);
        return Math.max(0, behind);
    }

    private long scheduled(Instant now) {
        Duration passed = Duration.between(start, now);
        double seconds = passed.getSeconds() + passed.getNano() / NANOS;
        return (long) Math.floor(seconds * rate + ROUNDING);
    }
}
