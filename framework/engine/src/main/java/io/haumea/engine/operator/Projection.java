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

import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.ExpressionCompiler;
import io.haumea.engine.expression.Frame;
import io.haumea.sdk.data.Row;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes result rows. Where all names are different and known, rows share their layout; an unaliased
 * NULL leaves its column out.
 */
final class Projection {

    private static final int MOST_VARIANTS = 256;

    private final List<OutputColumn> columns;
    private final Evaluator[] values;
    private final @Nullable ResultLayout full;
    private final boolean[] optional;
    private final Map<List<Boolean>, ResultLayout> variants = new HashMap<>();

    Projection(List<OutputColumn> columns, ExpressionCompiler compiler, Evaluator[] wildcards) {
        this.columns = columns;
        this.values = new Evaluator[columns.size()];
        this.optional = new boolean[columns.size()];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (columns.get(i) instanceof OutputColumn.Value value) {
                values[i] = compiler.compile(value.value());
                optional[i] = !value.aliased();
                names.add(value.name());
            } else {
                values[i] = wildcards[i];
            }
        }
        boolean plain =
                names.size() == values.length && names.stream().distinct().count() == values.length;
        this.full = plain ? new ResultLayout(names) : null;
    }

    Row project(Frame frame) {
        return full == null ? general(frame) : plain(frame, full);
    }

    private Row plain(Frame frame, ResultLayout layout) {
        @Nullable Object[] row = new Object[values.length];
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i].evaluate(frame);
            row[i] = value;
            if (value == null && optional[i]) {
                missing++;
            }
        }
        return missing == 0 ? new ResultRow(layout, row) : without(row, missing);
    }

    private Row without(@Nullable Object[] row, int missing) {
        @Nullable Object[] present = new Object[row.length - missing];
        Boolean[] kept = new Boolean[row.length];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            kept[i] = row[i] != null || !optional[i];
            if (kept[i]) {
                present[count++] = row[i];
            }
        }
        List<Boolean> key = Arrays.asList(kept);
        ResultLayout layout = variants.get(key);
        if (layout == null) {
            layout = new ResultLayout(names(key));
            if (variants.size() < MOST_VARIANTS) {
                variants.put(key, layout);
            }
        }
        return new ResultRow(layout, present);
    }

    private List<String> names(List<Boolean> kept) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i) && columns.get(i) instanceof OutputColumn.Value value) {
                names.add(value.name());
            }
        }
        return names;
    }

    private Row general(Frame frame) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object result = values[i].evaluate(frame);
            if (columns.get(i) instanceof OutputColumn.Value column) {
                if (column.aliased()) {
                    row.put(column.name(), result);
                } else if (result != null) {
                    row.putIfAbsent(column.name(), result);
                }
            } else if (result instanceof Map<?, ?> whole) {
                whole.forEach((key, item) -> putMissing(row, String.valueOf(key), item));
            }
        }
        return ResultRow.of(row);
    }

    private static void putMissing(
            Map<String, @Nullable Object> row, String key, @Nullable Object value) {
        if (!row.containsKey(key)) {
            row.put(key, value);
        }
    }
}
