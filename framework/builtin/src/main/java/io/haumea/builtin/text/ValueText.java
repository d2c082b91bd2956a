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
package io.haumea.builtin.text;

import io.haumea.sdk.data.ExactNumber;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text form of values, as string functions, hashes and error texts show them, and the names of
 * their types. Both are those of EMQ X Kuiper, as rules and clients compare them.
 */
public final class ValueText {

    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern(" xx ")
                    .toFormatter(Locale.ROOT);

    private ValueText() {}

    /**
     * The text of a value, such as {@code 1.234567e+06}, {@code [1 x <nil>]} or {@code map[a:x]}.
     *
     * @param value an SDK value
     * @return its text; {@code <nil>} for NULL
     */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double number) {
            return FloatText.of(number);
        }
        if (value instanceof ExactNumber number) {
            return FloatText.of(number.doubleValue());
        }
        if (value instanceof OffsetDateTime time) {
            return dateTime(time);
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::of).collect(Collectors.joining(" ", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? map(map) : value.toString();
    }

    /**
     * The name of a value's type in error texts, such as {@code float64}.
     *
     * @param value an SDK value
     * @return its name; {@code <nil>} for NULL
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
        if (value instanceof byte[]) {
            return "[]uint8";
        }
        if (value instanceof List) {
            return "[]interface {}";
        }
        return value instanceof Map ? "map[string]interface {}" : value.getClass().getName();
    }

    /**
     * Type and value together, such as {@code string(x)}.
     *
     * @param value an SDK value
     * @return both
     */
    public static String typed(@Nullable Object value) {
        return typeName(value) + "(" + of(value) + ")";
    }

    private static String dateTime(OffsetDateTime time) {
        boolean utc = time.getOffset().equals(ZoneOffset.UTC);
        String text = DATE_TIME.format(time);
        // A zone that has no name is named by its offset.
        return utc
                ? text + "UTC"
                : text + DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(time);
    }

    private static String map(Map<?, ?> map) {
        return map.keySet().stream()
                .map(String::valueOf)
                .sorted(TextOrder.BY_BYTES)
                .map(key -> key + ":" + of(map.get(key)))
                .collect(Collectors.joining(" ", "map[", "]"));
    }
}
