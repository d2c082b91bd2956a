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
package io.haumea.sdk.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values and their types as messages and text functions show them. The forms are those of EMQ X
 * Kuiper 0.9, which people's rules and scripts know.
 */
public final class ValueText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int LOWEST_PLAIN = -4;
    private static final int HIGHEST_PLAIN = 5;
    private static final int SURE_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private ValueText() {}

    /**
     * A value as text: {@code <nil>} for NULL, numbers in their shortest form with an exponent
     * below 1e-4 and from 1e6 on, {@code [1 x]} for lists, {@code map[a:x b:1]} for structs.
     *
     * @param value an SDK value (see {@link DataType})
     * @return the text
     */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double || value instanceof ExactNumber) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : " ").append(of(list.get(i)));
            }
            return text.append(']').toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof OffsetDateTime time) {
            return date(time);
        }
        if (value instanceof byte[] bytes) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < bytes.length; i++) {
                text.append(i == 0 ? "" : " ").append(bytes[i] & 0xff);
            }
            return text.append(']').toString();
        }
        return value.toString();
    }

    /**
     * The name of a value's type in messages, such as {@code int} or {@code string}.
     *
     * @param value an SDK value
     * @return the name
     */
    public static String typeName(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Double || value instanceof ExactNumber) {
            return "float64";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof OffsetDateTime) {
            return "time.Time";
        }
        if (value instanceof List) {
            return "[]interface {}";
        }
        if (value instanceof Map) {
            return "map[string]interface {}";
        }
        return value instanceof byte[] ? "[]uint8" : value.getClass().getSimpleName();
    }

    /**
     * Type and value, such as {@code string(red)}.
     *
     * @param value an SDK value
     * @return the text
     */
    public static String typed(@Nullable Object value) {
        return typeName(value) + "(" + of(value) + ")";
    }

    /**
     * Type and value of what stands beside an operator: as {@link #typed}, but integers are {@code
     * int64(3)} there.
     *
     * @param value an SDK value
     * @return the text
     */
    public static String operand(@Nullable Object value) {
        return value instanceof Long ? "int64(" + value + ")" : typed(value);
    }

    private static String map(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
        StringBuilder text = new StringBuilder("map[");
        sorted.forEach(
                (key, item) ->
                        text.append(text.length() == 4 ? "" : " ")
                                .append(key)
                                .append(':')
                                .append(of(item)));
        return text.append(']').toString();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = shortest(value).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= LOWEST_PLAIN && exponent <= HIGHEST_PLAIN) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            text.append('0');
        }
        return text.append(Math.abs(exponent)).toString();
    }

    /**
     * The shortest decimal number that reads back as the value. That is Double.toString up to 15
     * digits, as no two such numbers read alike; beyond, and where doubles get coarse, it has a
     * digit too many at times before Java 19.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal usual = new BigDecimal(Double.toString(value));
        boolean coarse = Math.abs(value) < Double.MIN_NORMAL;
        if (usual.precision() <= SURE_DIGITS && !coarse) {
            return usual;
        }
        BigDecimal all = new BigDecimal(value);
        for (int digits = coarse ? 1 : SURE_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal nearest = all.round(new MathContext(digits));
            if (nearest.doubleValue() == value) {
                return nearest;
            }
            // Below a power of two the next double is nearer than the one above.
            BigDecimal above = all.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) {
                return above;
            }
        }
        return all.round(new MathContext(MOST_DIGITS));
    }

    private static String date(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(DATE.format(time));
        if (time.getNano() != 0) {
            String nanos = String.format(Locale.ROOT, "%09d", time.getNano());
            text.append('.').append(nanos.replaceAll("0+$", ""));
        }
        if (time.getOffset().equals(ZoneOffset.UTC)) {
            return text.append(" +0000 UTC").toString();
        }
        String offset = time.getOffset().getId().replace(":", "");
        return text.append(' ').append(offset).append(' ').append(offset).toString();
    }
}
