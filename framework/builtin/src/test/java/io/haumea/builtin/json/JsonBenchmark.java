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

import io.haumea.sdk.format.RowBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time per message by hand: {@code java -cp target/classes:target/test-classes:…
 * io.haumea.builtin.json.JsonBenchmark}, best pinned to one core. Prints minimum and median of the
 * rounds.
 */
public final class JsonBenchmark {

    private static final int ROUNDS = 15;
    private static final int MESSAGES = 400_000;
    private static final int VARIANTS = 64;

    private static long sink;

    private JsonBenchmark() {}

    /** Runs all measurements. */
    public static void main(String[] arguments) {
        byte[][] messages = new byte[VARIANTS][];
        for (int i = 0; i < VARIANTS; i++) {
            messages[i] = message(i);
        }
        report("scanner, " + messages[0].length + " bytes, 10 fields, 2 wanted", scan(messages));
        report("encoder, 1 row of 2 columns", encode(rows(1)));
        report("encoder, 100 rows of 4 columns (per row)", encode(rows(100)), 100);
        report("decoder and encoder", both(messages));
        System.out.println("(" + sink + ")");
    }

    private static byte[] message(int i) {
        return String.format(
                        Locale.ROOT,
                        "{\"deviceId\":\"sensor-%04d\",\"temperature\":%d.%d,\"humidity\":%d,\"ok\":true,"
                            + "\"ts\":16094592%05d,\"site\":\"plant-7\",\"pressure\":1013.%d,"
                            + "\"status\":\"running\",\"battery\":%d,\"line\":\"A%d\"}",
                        i,
                        20 + i % 10,
                        i % 100,
                        40 + i % 50,
                        i * 1000,
                        i,
                        100 - i,
                        i % 9)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<ListRow> rows(int count) {
        ListRow[] rows = new ListRow[count];
        List<String> names = List.of("temperature", "deviceId", "humidity", "avg");
        int columns = count == 1 ? 2 : 4;
        for (int i = 0; i < count; i++) {
            rows[i] =
                    new ListRow(
                            names.subList(0, columns),
                            List.<Object>of(20.5 + i, "sensor-00" + i, 40L + i, 64.1 / (i + 3))
                                    .subList(0, columns));
        }
        return List.of(rows);
    }

    private static IntConsumer scan(byte[][] messages) {
        JsonDecoder decoder = new JsonDecoder();
        TwoColumns row = new TwoColumns();
        return i -> {
            decoder.decode(messages[i & (VARIANTS - 1)], row);
            sink += row.to + Double.doubleToRawLongBits(row.number);
        };
    }

    private static IntConsumer encode(List<ListRow> rows) {
        JsonEncoder encoder = new JsonEncoder();
        return i -> sink += encoder.encode(rows).length;
    }

    private static IntConsumer both(byte[][] messages) {
        JsonDecoder decoder = new JsonDecoder();
        JsonEncoder encoder = new JsonEncoder();
        TwoColumns row = new TwoColumns();
        List<String> names = List.of("temperature", "deviceId");
        return i -> {
            decoder.decode(messages[i & (VARIANTS - 1)], row);
            String text = new String(row.utf8, row.from, row.to - row.from, StandardCharsets.UTF_8);
            ListRow result = new ListRow(names, List.of(row.number, text));
            sink += encoder.encode(List.of(result)).length;
        };
    }

    private static void report(String what, IntConsumer work) {
        report(what, work, 1);
    }

    private static void report(String what, IntConsumer work, int per) {
        long[] nanos = new long[ROUNDS];
        int count = MESSAGES / per;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-50s min %6.1f ns, median %6.1f ns%n",
                what,
                nanos[0] / (double) (count * per),
                nanos[ROUNDS / 2] / (double) (count * per));
    }

    /** Wants a number and a text, and finds their slots by comparing bytes. */
    private static final class TwoColumns implements RowBuilder {
        private static final byte[][] KEYS = {
            "temperature".getBytes(StandardCharsets.UTF_8),
            "deviceId".getBytes(StandardCharsets.UTF_8)
        };
        private byte[] utf8 = {};
        private double number;
        private int from;
        private int to;

        @Override
        public int slot(byte[] bytes, int first, int end) {
            for (int slot = 0; slot < KEYS.length; slot++) {
                byte[] key = KEYS[slot];
                if (end - first == key.length
                        && Arrays.equals(bytes, first, end, key, 0, key.length)) {
                    return slot;
                }
            }
            return IGNORED;
        }

        @Override
        public int slot(String key) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return slot(bytes, 0, bytes.length);
        }

        @Override
        public void setNull(int slot) {
            number = 0;
        }

        @Override
        public void setBoolean(int slot, boolean value) {
            number = value ? 1 : 0;
        }

        @Override
        public void setLong(int slot, long value) {
            number = value;
        }

        @Override
        public void setDouble(int slot, double value) {
            number = value;
        }

        @Override
        public void setText(int slot, byte[] bytes, int first, int end) {
            utf8 = bytes;
            from = first;
            to = end;
        }

        @Override
        public void set(int slot, @Nullable Object value) {
            number = value instanceof Map ? 1 : 2;
        }
    }
}
