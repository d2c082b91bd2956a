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
package io.haumea.benchmark.load;

/**
 * When each message is due. Latency counts from here and not from when it was really sent: a
 * generator that is held up would otherwise measure nothing just when things are worst.
 *
 * @param startNanos when the first is due, as {@link System#nanoTime}
 * @param perSecond messages per second; infinite if all are due at once
 */
public record Schedule(long startNanos, double perSecond) {

    /** When a message is due. */
    public long due(long number) {
        return startNanos + (long) (number * 1e9 / perSecond);
    }

    /** How many messages are due by now. */
    long dueBy(long nanos) {
        if (nanos < startNanos) {
            return 0;
        }
        double count = (nanos - startNanos) * perSecond / 1e9;
        return Double.isNaN(count) || count >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) count + 1;
    }
}
