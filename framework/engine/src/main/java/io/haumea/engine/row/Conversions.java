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
package io.haumea.engine.row;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.ValueText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value, as a payload brings it, one of a declared type. The accepted values and the
 * texts are those of EMQ X Kuiper 0.9.
 */
final class Conversions {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private static final Set<String> TRUE_TEXTS = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE_TEXTS = Set.of("0", "f", "F", "false", "FALSE", "False");

    /** Numbers with a suffix for their type, which nobody but Java reads. */
    private static final String JAVA_ALONE = ".*[dDfF]";

    private Conversions() {}

    static @Nullable Object convert(String name, DataType type, @Nullable Object value)
            throws ConversionException {
        if (type instanceof DataType.Array array) {
            return list(name, array, value);
        }
        if (type instanceof DataType.Struct struct) {
            return struct(name, struct, value);
        }
        return simple(name, type, value);
    }

    private static @Nullable Object simple(String name, DataType type, @Nullable Object value)
            throws ConversionException {
        Object converted = null;
        if (type == DataType.BIGINT) {
            converted = bigint(value);
        } else if (type == DataType.FLOAT) {
            converted = floating(value);
        } else if (type == DataType.STRING) {
            converted = value instanceof String ? value : null;
        } else if (type == DataType.BOOLEAN) {
            converted = bool(value);
        } else if (type == DataType.DATETIME) {
            converted = date(name, value);
        } else if (type == DataType.BYTEA) {
            converted = value instanceof byte[] ? value : null;
        } else {
            return value;
        }
        if (converted == null) {
            throw unfit(name, type.text(), value);
        }
        return converted;
    }

    private static ConversionException unfit(String name, String wanted, @Nullable Object value) {
        return new ConversionException(
                "invalid data type for "
                        + name
                        + ", expect "
                        + wanted
                        + " but found "
                        + typed(value));
    }

    /** Whole numbers in payloads count as floats, as JSON has one kind of number. */
    private static String typed(@Nullable Object value) {
        return value instanceof Long number
                ? "float64(" + ValueText.of(number.doubleValue()) + ")"
                : ValueText.typed(value);
    }

    private static @Nullable Object bigint(@Nullable Object value) {
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof Double number) {
            boolean fits = number >= -0x1p63 && number < 0x1p63;
            return fits ? (Object) number.longValue() : null;
        }
        if (value instanceof String text) {
            try {
                return ascii(text) ? Long.valueOf(text) : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Object floating(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            try {
                return ascii(text) && !text.matches(JAVA_ALONE) ? Double.valueOf(text) : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    /** Other digits than 0 to 9 are no digits in payloads. */
    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static @Nullable Object bool(@Nullable Object value) {
        if (value instanceof String text) {
            if (TRUE_TEXTS.contains(text)) {
                return true;
            }
            return FALSE_TEXTS.contains(text) ? (Object) false : null;
        }
        return value instanceof Boolean ? value : null;
    }

    private static Object date(String name, @Nullable Object value) throws ConversionException {
        if (value instanceof OffsetDateTime) {
            return value;
        }
        if (value instanceof Number number) {
            return Instant.ofEpochMilli(number.longValue()).atOffset(ZoneOffset.UTC);
        }
        if (value instanceof String text) {
            try {
                return OffsetDateTime.parse(text, DATE);
            } catch (DateTimeException e) {
                throw new ConversionException(
                        "invalid data type for "
                                + name
                                + ", cannot convert to datetime: '"
                                + text
                                + "' is not like 2006-01-02T15:04:05.000Z");
            }
        }
        throw new ConversionException(
                "invalid data type for " + name + ", expect datatime but find " + typed(value));
    }

    private static @Nullable Object list(String name, DataType.Array type, @Nullable Object value)
            throws ConversionException {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> items)) {
            throw unfit(name, "array", value);
        }
        List<@Nullable Object> converted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (item == null && type.element() instanceof DataType.Struct) {
                converted.add(null);
                continue;
            }
            try {
                converted.add(convert("[" + i + "]", type.element(), item));
            } catch (ConversionException e) {
                throw new ConversionException(
                        "fail to parse field " + name + ": " + e.getMessage());
            }
        }
        return Collections.unmodifiableList(converted);
    }

    private static @Nullable Object struct(
            String name, DataType.Struct type, @Nullable Object value) throws ConversionException {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw unfit(name, "struct", value);
        }
        Map<String, @Nullable Object> converted = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            String key = find(members, field.name());
            if (key == null) {
                throw new ConversionException(
                        "invalid data "
                                + MessageDump.text(members)
                                + ", field "
                                + field.name()
                                + " not found");
            }
            converted.put(field.name(), convert(field.name(), field.type(), members.get(key)));
        }
        return Collections.unmodifiableMap(converted);
    }

    private static @Nullable String find(Map<?, ?> members, String name) {
        String folded = Names.fold(name);
        if (members.containsKey(folded)) {
            return folded;
        }
        for (Object key : members.keySet()) {
            if (key instanceof String text && Names.fold(text).equals(folded)) {
                return text;
            }
        }
        return null;
    }
}
