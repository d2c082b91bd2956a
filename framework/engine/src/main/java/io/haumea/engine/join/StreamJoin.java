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
import io.haumea.sql.plan.JoinKind;
import java.util.ArrayList;
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
     * @return joined rows
     * @throws EvaluationException if the condition fails for a pair
     */
    public List<@Nullable Object[]> join(
            List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        List<List<@Nullable Object[]>> byRight = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            byRight.add(new ArrayList<>(1));
        }
        boolean keepsLeft = kind == JoinKind.LEFT || kind == JoinKind.FULL;
        boolean rightOrder = kind == JoinKind.RIGHT;
        boolean[] matched = new boolean[right.size()];
        List<@Nullable Object[]> joined = new ArrayList<>();
        JoinIndex index = JoinIndex.of(keys, left, right);
        for (@Nullable Object[] row : left) {
            boolean any = false;
            @Nullable Object[] pair = row.clone();
            for (int i : index.candidates(row)) {
                if (matches(spread(pair, right.get(i), rightSlots))) {
                    any = true;
                    matched[i] = true;
                    (rightOrder ? byRight.get(i) : joined).add(pair.clone());
                }
            }
            if (!any && keepsLeft) {
                joined.add(row);
            }
        }
        return withRestOfRight(joined, right, byRight, matched);
    }

    private List<@Nullable Object[]> withRestOfRight(
            List<@Nullable Object[]> joined,
            List<@Nullable Object[]> right,
            List<List<@Nullable Object[]>> byRight,
            boolean[] matched) {
        if (kind != JoinKind.RIGHT && kind != JoinKind.FULL) {
            return joined;
        }
        for (int i = 0; i < matched.length; i++) {
            joined.addAll(byRight.get(i));
            if (!matched[i]) {
                joined.add(spread(new Object[width], right.get(i), rightSlots));
            }
        }
        return joined;
    }

    private boolean matches(@Nullable Object[] pair) {
        if (condition == null) {
            return true;
        }
        frame.row(pair);
        return Conditions.joins(condition, frame);
    }
}
