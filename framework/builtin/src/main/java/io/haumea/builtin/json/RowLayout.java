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
package io.haumea.builtin.json;

import io.haumea.sdk.data.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order in which the columns of rows with certain names are written, and their keys as bytes,
 * made once for all rows with the same names in the same order.
 */
final class RowLayout {

    private final String[] names;
    private final int[] columns;
    private final byte[][] keys;

    private RowLayout(String[] names, int[] columns, byte[][] keys) {
        this.names = names;
        this.columns = columns;
        this.keys = keys;
    }

    /** The layout for rows like this one. */
    static RowLayout of(Row row) {
        String[] names = new String[row.size()];
        Arrays.setAll(names, row::name);
        byte[][] texts = new byte[names.length][];
        Arrays.setAll(texts, column -> keyText(names[column]));
        int[] columns =
                IntStream.range(0, names.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> names[i], JsonEncoder.KEY_ORDER))
                        .mapToInt(Integer::intValue)
                        .toArray();
        byte[][] keys = new byte[names.length][];
        Arrays.setAll(keys, place -> texts[columns[place]]);
        return new RowLayout(names, columns, keys);
    }

    /** The key as it is written behind another member: {@code ,"name":}. */
    private static byte[] keyText(String name) {
        JsonBuffer buffer = new JsonBuffer();
        buffer.add(',');
        buffer.addText(name);
        buffer.add(':');
        return buffer.toBytes();
    }

    /** Whether a row has the same names in the same order. */
    boolean fits(Row row) {
        if (row.size() != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(row.name(i))) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return columns.length;
    }

    /** The column that is written at a place. */
    int column(int place) {
        return columns[place];
    }

    /** The key that is written at a place, with a comma before and a colon behind. */
    byte[] key(int place) {
        return keys[place];
    }
}
