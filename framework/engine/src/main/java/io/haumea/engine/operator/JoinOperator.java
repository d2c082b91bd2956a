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
package io.haumea.engine.operator;

import io.haumea.engine.expression.Frame;
import io.haumea.engine.join.StreamJoin;
import io.haumea.engine.window.HeldRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the rows of a window, which are of several streams, one stream after the other. */
final class JoinOperator extends PassingOperator {

    private static final String JOIN_ERROR = "run Join error: ";

    private final int[][] slots;
    private final StreamJoin[] joins;
    private final int width;

    /**
     * A join.
     *
     * @param slots for each stream, where the values of its rows belong
     * @param joins for each stream but the first
     * @param width of joined rows
     */
    JoinOperator(
            int[][] slots, StreamJoin[] joins, int width, OperatorContext context, Operator next) {
        super("join", context, next);
        this.slots = slots;
        this.joins = joins;
        this.width = width;
    }

    void window(List<HeldRow> held) {
        counters.in(1);
        List<List<@Nullable Object[]>> streams = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            streams.add(new ArrayList<>());
        }
        for (HeldRow row : held) {
            streams.get(row.input()).add(row.values());
        }
        List<@Nullable Object[]> joined = new ArrayList<>();
        for (@Nullable Object[] values : streams.get(0)) {
            joined.add(StreamJoin.spread(new Object[width], values, slots[0]));
        }
        join(0, joined, streams);
    }

    private void join(
            int done, List<@Nullable Object[]> rows, List<List<@Nullable Object[]>> streams) {
        if (done < joins.length) {
            StreamJoin.Pass pass = joins[done].join(rows, streams.get(done + 1));
            begin(pass, () -> join(done + 1, pass.joined(), streams), JOIN_ERROR);
        } else if (!rows.isEmpty()) {
            counters.out(1);
            next.rows(rows);
        }
    }

    @Override
    void message(Frame frame) {
        throw new IllegalStateException("A join takes the rows of a window");
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        throw new IllegalStateException("A join takes rows of several streams");
    }
}
