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

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.Row;
import io.haumea.sdk.data.TextOrder;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.Encoder;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as EMQ X Kuiper does, as its users compare results as text: keys sorted by their
 * bytes, and {@code <}, {@code >}, {@code &}, U+2028 and U+2029 escaped.
 */
final class JsonEncoder implements Encoder {

    /** The order of keys. */
    static final Comparator<String> KEY_ORDER = TextOrder.BY_BYTES;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /** Rows of one rule differ in their names where values are NULL and thus left out. */
    private static final int KEPT_LAYOUTS = 8;

    private static final int MOST_LEVELS = 1000;

    private final JsonBuffer buffer = new JsonBuffer();
    private final @Nullable RowLayout[] layouts = new RowLayout[KEPT_LAYOUTS];
    private int oldest;

    @Override
    public byte[] encode(List<? extends Row> rows) {
        buffer.clear();
        buffer.add('[');
        int size = rows.size();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                buffer.add(',');
            }
            write(rows.get(i));
        }
        buffer.add(']');
        return buffer.toBytes();
    }

    @Override
    public byte[] encodeSingle(Row row) {
        buffer.clear();
        write(row);
        return buffer.toBytes();
    }

    private void write(Row row) {
        RowLayout layout = layout(row);
        buffer.add('{');
        for (int place = 0; place < layout.size(); place++) {
            buffer.add(layout.key(place), place == 0 ? 1 : 0);
            write(row.value(layout.column(place)), 1);
        }
        buffer.add('}');
    }

    private RowLayout layout(Row row) {
        for (RowLayout layout : layouts) {
            if (layout != null && layout.fits(row)) {
                return layout;
            }
        }
        RowLayout made = RowLayout.of(row);
        layouts[oldest] = made;
        oldest = (oldest + 1) % KEPT_LAYOUTS;
        return made;
    }

    private void write(@Nullable Object value, int level) {
        if (value == null) {
            buffer.add(NULL);
        } else if (value instanceof String text) {
            buffer.addText(text);
        } else if (value instanceof Double number) {
            write(number);
        } else if (value instanceof Long number) {
            buffer.addLong(number);
        } else if (value instanceof Boolean truth) {
            buffer.add(truth ? TRUE : FALSE);
        } else if (value instanceof ExactNumber number) {
            buffer.addAscii(number.toString());
        } else if (value instanceof OffsetDateTime time) {
            write(time);
        } else if (value instanceof byte[] bytes) {
            buffer.addBase64(bytes);
        } else {
            writeNested(value, level + 1);
        }
    }

    private void write(double number) {
        if (!Double.isFinite(number)) {
            throw unsupported(Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
        }
        buffer.addDouble(number);
    }

    private void writeNested(Object value, int level) {
        if (level > MOST_LEVELS) {
            throw unsupported("lists and maps more than " + MOST_LEVELS + " deep in each other");
        }
        if (value instanceof List<?> list) {
            writeList(list, level);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, level);
        } else {
            throw unsupported("an object of " + value.getClass());
        }
    }

    private void writeList(List<?> list, int level) {
        char before = '[';
        if (list.isEmpty()) {
            buffer.add(before);
        }
        for (Object item : list) {
            buffer.add(before);
            write(item, level);
            before = ',';
        }
        buffer.add(']');
    }

    private void writeMap(Map<?, ?> map, int level) {
        String[] keys = new String[map.size()];
        int count = 0;
        for (Object key : map.keySet()) {
            if (!(key instanceof String name)) {
                throw unsupported("a map with a key that is no text: " + key);
            }
            keys[count++] = name;
        }
        Arrays.sort(keys, KEY_ORDER);
        buffer.add('{');
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                buffer.add(',');
            }
            buffer.addText(keys[i]);
            buffer.add(':');
            write(map.get(keys[i]), level);
        }
        buffer.add('}');
    }

    /** RFC 3339, with as many digits of the second's fraction as needed. */
    private void write(OffsetDateTime time) {
        if (time.getYear() < 0 || time.getYear() > 9999) {
            throw unsupported("the year " + time.getYear() + ", RFC 3339 has four digits");
        }
        buffer.add('"');
        buffer.addPadded(time.getYear(), 4);
        buffer.add('-');
        buffer.addPadded(time.getMonthValue(), 2);
        buffer.add('-');
        buffer.addPadded(time.getDayOfMonth(), 2);
        buffer.add('T');
        buffer.addPadded(time.getHour(), 2);
        buffer.add(':');
        buffer.addPadded(time.getMinute(), 2);
        buffer.add(':');
        buffer.addPadded(time.getSecond(), 2);
        writeFraction(time.getNano());
        writeOffset(time.getOffset().getTotalSeconds() / 60);
        buffer.add('"');
    }

    private void writeFraction(int nanos) {
        if (nanos != 0) {
            int width = 9;
            int digits = nanos;
            while (digits % 10 == 0) {
                digits /= 10;
                width--;
            }
            buffer.add('.');
            buffer.addPadded(digits, width);
        }
    }

    private void writeOffset(int minutes) {
        if (minutes == 0) {
            buffer.add('Z');
            return;
        }
        buffer.add(minutes < 0 ? '-' : '+');
        int size = Math.abs(minutes);
        buffer.addPadded(size / 60, 2);
        buffer.add(':');
        buffer.addPadded(size % 60, 2);
    }

    private static HaumeaException unsupported(String what) {
        return new HaumeaException(ErrorCode.INVALID_ARGUMENT, "json: unsupported value: " + what);
    }
}
