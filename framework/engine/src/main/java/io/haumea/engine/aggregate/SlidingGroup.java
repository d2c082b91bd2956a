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
package io.haumea.engine.aggregate;

import io.haumea.engine.aggregate.Aggregates.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one group in a sliding window. Rows come at the end and leave at the beginning; what
 * the rest gives is put together from a few parts, by the two stacks of Tangwongsan, Hirzel and
 * Schneider, "Low-Latency Sliding-Window Aggregation in Worst-Case Constant Time" (2017), over
 * blocks of rows and, in the block that is leaving, over rows.
 */
final class SlidingGroup {

    private static final Object[] NO_ROW = {};

    private final Aggregates aggregates;
    private final boolean keepsRows;
    private final @Nullable Object[] values;

    /** Blocks that leave next, each with what those behind it give. */
    private final Deque<RowBlock> leaving = new ArrayDeque<>();

    private final List<RowBlock> staying = new ArrayList<>();
    private @Nullable Group stayingTotal;
    private @Nullable RowBlock open;

    /** Of the first block: the first row that is left, and what the rows from each on give. */
    private int first;

    private Group @Nullable [] suffixes;

    SlidingGroup(Aggregates aggregates, boolean keepsRows) {
        this.aggregates = aggregates;
        this.keepsRows = keepsRows;
        this.values = new Object[aggregates.argumentCount()];
    }

    void add(long millis, long order, @Nullable Object[] arguments, @Nullable Object[] row) {
        RowBlock block = open;
        if (block == null) {
            block = new RowBlock(values.length, keepsRows, newGroup());
            open = block;
        }
        block.add(millis, order, arguments, row);
        aggregates.add(block.total, arguments);
        if (block.isFull()) {
            close(block);
        }
    }

    private void close(RowBlock block) {
        block.seal();
        Group total = stayingTotal;
        if (total == null) {
            total = newGroup();
            stayingTotal = total;
        }
        aggregates.merge(total, block.total);
        staying.add(block);
        open = null;
    }

    private Group newGroup() {
        return aggregates.newGroup(NO_ROW);
    }

    /** Forgets the rows before a time. */
    void removeBefore(long millis) {
        while (true) {
            RowBlock head = leaving.peekFirst();
            if (head == null) {
                if (!turn(millis)) {
                    return;
                }
            } else if (head.millis(head.size() - 1) < millis) {
                leaving.removeFirst();
                first = 0;
                suffixes = null;
            } else {
                while (head.millis(first) < millis) {
                    first++;
                }
                if (first > 0 && suffixes == null) {
                    suffixes = suffixes(head);
                }
                return;
            }
        }
    }

    /** Makes blocks that stay leave next, if the first row of them is before a time. */
    private boolean turn(long millis) {
        RowBlock begin = staying.isEmpty() ? open : staying.get(0);
        if (begin == null || begin.millis(0) >= millis) {
            return false;
        }
        if (staying.isEmpty()) {
            close(begin);
        }
        Group after = null;
        for (int i = staying.size() - 1; i >= 0; i--) {
            RowBlock block = staying.get(i);
            block.after = after;
            after = joined(block.total, after);
            leaving.addFirst(block);
        }
        staying.clear();
        stayingTotal = null;
        return true;
    }

    private Group joined(Group before, @Nullable Group after) {
        Group joined = newGroup();
        aggregates.merge(joined, before);
        if (after != null) {
            aggregates.merge(joined, after);
        }
        return joined;
    }

    private Group[] suffixes(RowBlock block) {
        Group[] made = new Group[block.size()];
        for (int i = made.length - 1; i >= first; i--) {
            Group suffix = newGroup();
            block.values(i, values);
            aggregates.add(suffix, values);
            if (i + 1 < made.length) {
                aggregates.merge(suffix, made[i + 1]);
            }
            made[i] = suffix;
        }
        return made;
    }

    boolean isEmpty() {
        return leaving.isEmpty() && staying.isEmpty() && open == null;
    }

    private RowBlock head() {
        RowBlock head = leaving.isEmpty() ? open : leaving.peekFirst();
        head = leaving.isEmpty() && !staying.isEmpty() ? staying.get(0) : head;
        if (head == null) {
            throw new IllegalStateException("A group without rows");
        }
        return head;
    }

    /** Which row of the window the first one is, counted over all groups. */
    long order() {
        return head().order(leaving.isEmpty() ? 0 : first);
    }

    /** The row of the group with its results. */
    @Nullable Object[] result() {
        Group group = aggregates.newGroup(head().row(leaving.isEmpty() ? 0 : first));
        RowBlock head = leaving.peekFirst();
        if (head != null) {
            aggregates.merge(group, suffixes == null ? head.total : suffixes[first]);
            merge(group, head.after);
        }
        merge(group, stayingTotal);
        RowBlock last = open;
        merge(group, last == null ? null : last.total);
        return aggregates.result(group);
    }

    private void merge(Group group, @Nullable Group later) {
        if (later != null) {
            aggregates.merge(group, later);
        }
    }
}
