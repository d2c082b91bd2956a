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

import java.util.BitSet;
import java.util.function.LongPredicate;

/** Which messages of a run have come: tells loss, duplicates and order. Thread-safe. */
public final class Sequence {

    private final BitSet seen = new BitSet();
    private long highest = -1;
    private long received;
    private long duplicates;
    private long outOfOrder;

    /** Takes note of a message. */
    synchronized void received(long number) {
        int index = Math.toIntExact(number);
        received++;
        if (seen.get(index)) {
            duplicates++;
        } else if (number < highest) {
            outOfOrder++;
        }
        seen.set(index);
        highest = Math.max(highest, number);
    }

    /** How many have come, duplicates included. */
    public synchronized long received() {
        return received;
    }

    /** How many had come before. */
    public synchronized long duplicates() {
        return duplicates;
    }

    /** How many came for the first time, but after one with a higher number. */
    public synchronized long outOfOrder() {
        return outOfOrder;
    }

    /**
     * How many have not come.
     *
     * @param count how many were sent, numbered from 0
     * @param expected which of these should have come
     */
    public synchronized long lost(long count, LongPredicate expected) {
        long lost = 0;
        for (int i = 0; i < count; i++) {
            if (!seen.get(i) && expected.test(i)) {
                lost++;
            }
        }
        return lost;
    }
}
