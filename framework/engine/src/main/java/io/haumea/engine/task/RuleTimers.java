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
package io.haumea.engine.task;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The timers of one rule, by due time, then order of arming. Used by the rule's thread alone. */
final class RuleTimers {

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong(Timer::dueMillis).thenComparingLong(Timer::order));
    private long armed;

    record Timer(long dueMillis, long order, Runnable action) {}

    void add(long dueMillis, Runnable action) {
        timers.add(new Timer(dueMillis, armed++, action));
    }

    /** The due time of the next timer; the end of time if there is none. */
    long next() {
        Timer timer = timers.peek();
        return timer == null ? Long.MAX_VALUE : timer.dueMillis();
    }

    @Nullable Timer poll() {
        return timers.poll();
    }
}
