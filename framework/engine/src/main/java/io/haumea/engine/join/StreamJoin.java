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
package io.haumea.engine.join;

import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.work.Steps;
import io.haumea.sql.plan.JoinKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins one stream to the rows joined so far. What it gives is defined by looking at all pairs, for
 * each left row all right ones in order; an index leaves out pairs that can't match.
 */
public final class StreamJoin {

    private final JoinKind kind;
    private final @Nullable Evaluator condition;
    private final JoinKeys keys;
    private final int[] rightSlots;
    private final int width;
    private final Frame frame = new Frame();

    /**
     * A join with a stream.
     *
     * @param kind which rows are kept
     * @param condition which pairs match; null for all
     * @param keys what matching pairs have in common
     * @param rightSlots where the values of the stream's rows belong
     * @param width of joined rows
     */
    public StreamJoin(
            JoinKind kind,
            @Nullable Evaluator condition,
            JoinKeys keys,
            int[] rightSlots,
            int width) {
        this.kind = kind;
        this.condition = condition;
        this.keys = keys;
        this.rightSlots = rightSlots;
        this.width = width;
    }

    /**
     * Puts values where they belong.
     *
     * @param row gets them
     * @param values the values of a stream's row
     * @param slots where each belongs
     * @return the row
     */
    public static @Nullable Object[] spread(
            @Nullable Object[] row, @Nullable Object[] values, int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            row[slots[i]] = values[i];
        }
        return row;
    }

    /**
     * Joins.
     *
     * @param left the rows so far, as wide as joined ones
     * @param right the values of the stream's rows
     * @return the work; it fails if the condition fails for a pair
     */
    public Pass join(List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        return new Pass(left, right);
    }

    /** Work on the rows of one window: a step for each pair. */
    public final class Pass implements Steps {

        private final List<@Nullable Object[]> right;
        private final List<List<@Nullable Object[]>> byRight = new ArrayList<>();
        private final boolean[] matched;
        private final List<@Nullable Object[]> joined = new ArrayList<>();
        private final JoinIndex index;
        private final Iterator<@Nullable Object[]> rows;
        private @Nullable Object @Nullable [] row;
        private @Nullable Object[] pair = {};
        private int[] candidates = {};
        private int place;
        private boolean any;
        private int rest;

        private Pass(List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
            this.right = right;
            this.matched = new boolean[right.size()];
            this.index = JoinIndex.of(keys, left, right);
            this.rows = left.iterator();
            if (kind == JoinKind.RIGHT) {
                right.forEach(none -> byRight.add(new ArrayList<>(1)));
            }
        }

        @Override
        public boolean next() {
            @Nullable Object[] current = row;
            if (current == null) {
                return nextLeft() || nextRight();
            }
            if (place < candidates.length) {
                pair(candidates[place++]);
            } else {
                if (!any && (kind == JoinKind.LEFT || kind == JoinKind.FULL)) {
                    joined.add(current);
                }
                row = null;
            }
            return true;
        }

        private boolean nextLeft() {
            if (!rows.hasNext()) {
                return false;
            }
            @Nullable Object[] next = rows.next();
            row = next;
            pair = next.clone();
            candidates = index.candidates(next);
            place = 0;
            any = false;
            return true;
        }

        private void pair(int i) {
            if (matches(spread(pair, right.get(i), rightSlots))) {
                any = true;
                matched[i] = true;
                (kind == JoinKind.RIGHT ? byRight.get(i) : joined).add(pair.clone());
            }
        }

        /** What is kept of the right side, and in its order. */
        private boolean nextRight() {
            if (rest == matched.length || !(kind == JoinKind.RIGHT || kind == JoinKind.FULL)) {
                return false;
            }
            if (kind == JoinKind.RIGHT) {
                joined.addAll(byRight.get(rest));
            }
            if (!matched[rest]) {
                joined.add(spread(new Object[width], right.get(rest), rightSlots));
            }
            rest++;
            return true;
        }

        /** The joined rows, when all steps are done. */
        public List<@Nullable Object[]> joined() {
            return joined;
        }
    }

    private boolean matches(@Nullable Object[] pair) {
        if (condition == null) {
            return true;
        }
        frame.row(pair);
        return Conditions.joins(condition, frame);
    }
}
