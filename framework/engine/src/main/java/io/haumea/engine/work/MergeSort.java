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
package io.haumea.engine.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A stable merge sort from small runs to large ones, as {@link Steps}.
 *
 * @param <T> what is sorted
 */
public final class MergeSort<T> implements Steps {

    private static final int PORTION = 64;

    private final Comparator<? super T> order;
    private T[] from;
    private T[] to;

    /** How long sorted runs are; 0 while the first ones are made. */
    private int run;

    /** Until where the present pass is done, and where it is within its two runs. */
    private int place;

    private int left;
    private int right;

    /**
     * A sort.
     *
     * @param items what is sorted; stays as it is
     * @param order by what
     */
    @SuppressWarnings("unchecked")
    public MergeSort(List<T> items, Comparator<? super T> order) {
        this.order = order;
        this.from = (T[]) items.toArray();
        this.to = from.clone();
    }

    @Override
    public boolean next() {
        if (run >= from.length) {
            return false;
        }
        int end = Math.min(from.length, place + PORTION);
        if (run == 0) {
            Arrays.sort(to, place, end, order);
            place = end;
        } else {
            merge(end);
        }
        if (place == from.length) {
            T[] sorted = to;
            to = from;
            from = sorted;
            begin(run == 0 ? PORTION : 2 * run);
        }
        return true;
    }

    private void begin(int length) {
        // Lengths are below half of all numbers, as two arrays of them are in memory.
        run = length < 0 ? Integer.MAX_VALUE : length;
        place = 0;
        left = 0;
        right = run;
    }

    /** Runs are multiples of the portion, so that each portion is of one pair of runs. */
    private void merge(int end) {
        int pair = place / run / 2 * 2 * run;
        if (place == pair) {
            left = pair;
            right = Math.min(from.length, pair + run);
        }
        int leftEnd = Math.min(from.length, pair + run);
        int rightEnd = Math.min(from.length, leftEnd + run);
        while (place < end) {
            boolean ofLeft =
                    right == rightEnd
                            || (left < leftEnd && order.compare(from[left], from[right]) <= 0);
            to[place++] = ofLeft ? from[left++] : from[right++];
        }
    }

    /** The items in order, when all steps are done. */
    public List<T> sorted() {
        return new ArrayList<>(Arrays.asList(from));
    }
}
