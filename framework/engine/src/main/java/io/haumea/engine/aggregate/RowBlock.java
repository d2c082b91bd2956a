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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows that follow each other, reduced to their times and the values that aggregates take.
 * Values of a full block are kept by column, numbers without objects.
 */
final class RowBlock {

    static final int CAPACITY = 1024;

    private static final int LEAST = 8;

    /** What all rows together give. */
    final Group total;

    /**
     * What all blocks behind this one give that leave before the others; null if there are none.
     */
    @Nullable Group after;

    private final int width;
    private long[] millis = new long[LEAST];
    private long[] order = new long[LEAST];
    private @Nullable Object @Nullable [] rows;
    private Object[] columns;
    private int size;

    RowBlock(int width, boolean keepsRows, Group total) {
        this.width = width;
        this.total = total;
        this.columns = new Object[width];
        for (int i = 0; i < width; i++) {
            columns[i] = new Object[LEAST];
        }
        this.rows = keepsRows ? new Object[LEAST] : null;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    int size() {
        return size;
    }

    long millis(int row) {
        return millis[row];
    }

    long order(int row) {
        return order[row];
    }

    /** The row that a group is shown as; only where rows are kept. */
    @Nullable Object[] row(int place) {
        return rows != null && rows[place] instanceof @Nullable Object[] row ? row : new Object[0];
    }

    void add(long time, long number, @Nullable Object[] values, @Nullable Object[] row) {
        if (size == millis.length) {
            resize(Math.min(CAPACITY, 2 * size));
        }
        millis[size] = time;
        order[size] = number;
        if (rows != null) {
            rows[size] = row;
        }
        for (int i = 0; i < width; i++) {
            ((@Nullable Object[]) columns[i])[size] = values[i];
        }
        size++;
    }

    private void resize(int length) {
        millis = Arrays.copyOf(millis, length);
        order = Arrays.copyOf(order, length);
        rows = rows == null ? null : Arrays.copyOf(rows, length);
        for (int i = 0; i < width; i++) {
            columns[i] = Arrays.copyOf((@Nullable Object[]) columns[i], length);
        }
    }

    /** No row will be added any more: keeps columns of numbers without objects. */
    void seal() {
        resize(size);
        for (int i = 0; i < width; i++) {
            columns[i] = packed((@Nullable Object[]) columns[i]);
        }
    }

    private static Object packed(@Nullable Object[] column) {
        double[] numbers = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            if (!(column[i] instanceof Double number)) {
                return column;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    void values(int row, @Nullable Object[] into) {
        for (int i = 0; i < width; i++) {
            into[i] =
                    columns[i] instanceof double[] numbers
                            ? (Object) numbers[row]
                            : ((@Nullable Object[]) columns[i])[row];
        }
    }
}
