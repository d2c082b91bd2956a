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
import java.util.List;

/** Rows by time, then arrival. */
public final class SortedRows {

    /** There is no such time. */
    static final long NONE = Long.MAX_VALUE;

    private final ListState<HeldRow> rows;

    /**
     * Rows in a state.
     *
     * @param rows empty, or in order
     */
    public SortedRows(ListState<HeldRow> rows) {
        this.rows = rows;
    }

    /**
     * Takes a row.
     *
     * @param row behind those of its time
     */
    public void add(HeldRow row) {
        int size = rows.size();
        if (size == 0 || rows.get(size - 1).millis() <= row.millis()) {
            rows.add(row);
        } else {
            rows.insert(countUntil(row.millis()), row);
        }
    }

    /** The time of the first row after a time and not after a watermark, or NONE. */
    long firstAfter(long millis, long watermark) {
        int place = countUntil(millis);
        if (place == rows.size() || rows.get(place).millis() > watermark) {
            return NONE;
        }
        return rows.get(place).millis();
    }

    /**
     * Takes rows away.
     *
     * @param millis until when, included
     * @return the rows in order
     */
    public List<HeldRow> takeUntil(long millis) {
        int count = countUntil(millis);
        List<HeldRow> taken = rows.copy(0, count);
        rows.removeFirst(count);
        return taken;
    }

    int size() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    HeldRow get(int index) {
        return rows.get(index);
    }

    /** How many rows are not later than a time. */
    int countUntil(long millis) {
        int from = 0;
        int to = rows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rows.get(middle).millis() <= millis) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** How many rows are before a time. */
    int countBefore(long millis) {
        return millis == Long.MIN_VALUE ? 0 : countUntil(millis - 1);
    }

    /** The rows between two times, both included. */
    List<HeldRow> between(long fromMillis, long toMillis) {
        int from = countBefore(fromMillis);
        return rows.copy(from, Math.max(from, countUntil(toMillis)));
    }

    void removeFirst(int count) {
        rows.removeFirst(count);
    }
}
