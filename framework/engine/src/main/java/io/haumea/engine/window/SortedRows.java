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
final class SortedRows {

    private final ListState<HeldRow> rows;

    SortedRows(ListState<HeldRow> rows) {
        this.rows = rows;
    }

    /** Takes a row; returns its place. */
    int add(HeldRow row) {
        int place = rows.size();
        if (place == 0 || rows.get(place - 1).millis() <= row.millis()) {
            rows.add(row);
            return place;
        }
        place = countUntil(row.millis());
        rows.insert(place, row);
        return place;
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

    List<HeldRow> first(int count) {
        return rows.copy(0, count);
    }

    void removeFirst(int count) {
        rows.removeFirst(count);
    }
}
