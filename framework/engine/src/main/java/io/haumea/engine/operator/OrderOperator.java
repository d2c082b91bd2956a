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

import io.haumea.engine.expression.Comparison;
import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.work.MergeSort;
import io.haumea.engine.work.Steps;
import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.data.ValueText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts the rows of a window: stable, NULL last in both directions. */
final class OrderOperator extends PassingOperator {

    private static final String ORDER_ERROR = "run Order By error: ";

    private final Evaluator[] keys;
    private final boolean[] descending;
    private final Frame frame = new Frame();

    OrderOperator(Evaluator[] keys, boolean[] descending, OperatorContext context, Operator next) {
        super("order", context, next);
        this.keys = keys;
        this.descending = descending;
    }

    private static final class Sortable {
        private final @Nullable Object[] row;
        private final @Nullable Object[] keys;

        private Sortable(@Nullable Object[] row, @Nullable Object[] keys) {
            this.row = row;
            this.keys = keys;
        }
    }

    @Override
    void message(Frame message) {
        counters.in(1);
        counters.out(1);
        next.message(message);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        List<Sortable> sortable = new ArrayList<>(rows.size());
        OneType types = new OneType(keys.length);
        forEach(
                rows,
                row -> {
                    @Nullable Object[] values = keys(row);
                    types.see(values);
                    sortable.add(new Sortable(row, values));
                },
                () -> sort(sortable, types),
                ORDER_ERROR);
    }

    private void sort(List<Sortable> rows, OneType types) {
        MergeSort<Sortable> sort = new MergeSort<>(rows, this::compare);
        Steps steps =
                () -> {
                    types.check();
                    return sort.next();
                };
        begin(steps, () -> sorted(sort.sorted()), ORDER_ERROR);
    }

    private void sorted(List<Sortable> rows) {
        List<@Nullable Object[]> result = new ArrayList<>(rows.size());
        rows.forEach(item -> result.add(item.row));
        counters.out(1);
        next.rows(result);
    }

    private @Nullable Object[] keys(@Nullable Object[] row) {
        frame.row(row);
        @Nullable Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = keys[i].evaluate(frame);
        }
        return values;
    }

    private int compare(Sortable left, Sortable right) {
        for (int i = 0; i < keys.length; i++) {
            Object a = left.keys[i];
            Object b = right.keys[i];
            if (a == null || b == null) {
                if (a == null && b == null) {
                    // As in the reference, further keys don't count then.
                    return 0;
                }
                return a == null ? 1 : -1;
            }
            int order = order(a, b);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return 0;
    }

    private static int order(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Comparison.numbers(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return TextOrder.BY_BYTES.compare(x, y);
        }
        if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
            return x.toInstant().compareTo(y.toInstant());
        }
        return 0;
    }

    /** Each key must have values of one type that has an order, in however few rows. */
    private static final class OneType {
        private final @Nullable Object[] first;
        private final @Nullable Object[] misfits;
        private boolean fits = true;

        OneType(int keys) {
            first = new Object[keys];
            misfits = new Object[keys];
        }

        void see(@Nullable Object[] values) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null && misfits[i] == null) {
                    Object known = first[i] == null ? value : first[i];
                    first[i] = known;
                    if (!comparable(known, value)) {
                        misfits[i] = value;
                        fits = false;
                    }
                }
            }
        }

        void check() {
            for (int i = 0; i < misfits.length && !fits; i++) {
                Object known = first[i];
                Object misfit = misfits[i];
                if (known != null && misfit != null) {
                    throw new EvaluationException(
                            "incompatible types for comparison: "
                                    + ValueText.typeName(known)
                                    + " and "
                                    + ValueText.typeName(misfit));
                }
            }
        }
    }

    private static boolean comparable(Object a, Object b) {
        return (a instanceof Number && b instanceof Number)
                || (a instanceof String && b instanceof String)
                || (a instanceof Boolean && b instanceof Boolean)
                || (a instanceof OffsetDateTime && b instanceof OffsetDateTime);
    }
}
