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
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.HaumeaException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value, as a payload brings it, one of a declared type. The accepted values and the
 * texts are those of EMQ X Kuiper 0.9. For one thread at a time.
 */
final class Conversions {

    private static final Set<String> TRUE_TEXTS = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE_TEXTS = Set.of("0", "f", "F", "false", "FALSE", "False");

    /** What may end a number for its type, and nobody but Java reads. */
    private static final String JAVA_ALONE = "dDfF";

    private static final int LONG_BITS = 63;

    private final RowRules rules;
    private final EmbeddedJson texts;
    private long arrivalMillis;

    Conversions(RowRules rules, EmbeddedJson texts) {
        this.rules = rules;
        this.texts = texts;
    }

    /** Begins a message. */
    void begin(long arrival) {
        arrivalMillis = arrival;
    }

    @Nullable Object convert(String name, DataType type, @Nullable Object value)
            throws ConversionException {
        if (type instanceof DataType.Array array) {
            return list(name, array, value);
        }
        if (type instanceof DataType.Struct struct) {
            return struct(name, struct, value);
        }
        return simple(name, type, value);
    }

    /** What stands for a column that a message lacks, of a DATETIME the time of its arrival. */
    @Nullable Object filling(DataType type) {
        if (type instanceof DataType.Array) {
            return List.of();
        }
        if (type == DataType.BIGINT) {
            return 0L;
        }
        if (type == DataType.FLOAT) {
            return 0.0;
        }
        if (type == DataType.STRING) {
            return "";
        }
        if (type == DataType.BOOLEAN) {
            return false;
        }
        return type == DataType.DATETIME ? (Object) date(arrivalMillis) : null;
    }

    private @Nullable Object simple(String name, DataType type, @Nullable Object value)
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
            converted = bytes(value);
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
        if (value instanceof ExactNumber number) {
            boolean fits = number.toBigInteger().bitLength() <= LONG_BITS;
            return fits ? (Object) number.longValue() : null;
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
        return value instanceof String text ? parsed(text) : null;
    }

    private static @Nullable Double parsed(String text) {
        Double number = decimal(text);
        if (number != null) {
            return number;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** A number within the range of floats. */
    private static @Nullable Double decimal(String text) {
        if (!ascii(text)
                || text.isEmpty()
                || JAVA_ALONE.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return null;
        }
        try {
            Double number = Double.valueOf(text);
            return number.isNaN() || number.isInfinite() ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
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

    /** JSON has no bytes, so they come as texts in Base64, and leave as such. */
    private static @Nullable Object bytes(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return value instanceof byte[] ? value : null;
    }

    private Object date(String name, @Nullable Object value) throws ConversionException {
        if (value instanceof OffsetDateTime) {
            return value;
        }
        if (value instanceof Number number) {
            return date(number.longValue());
        }
        if (value instanceof String text) {
            try {
                return rules.dates().parse(text);
            } catch (HaumeaException e) {
                throw new ConversionException(
                        "invalid data type for "
                                + name
                                + ", cannot convert to datetime: "
                                + e.getMessage());
            }
        }
        throw new ConversionException(
                "invalid data type for " + name + ", expect datatime but find " + typed(value));
    }

    private static OffsetDateTime date(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
    }

    private @Nullable Object list(String name, DataType.Array type, @Nullable Object value)
            throws ConversionException {
        if (value == null) {
            return null;
        }
        Object known = value instanceof String text ? texts.list(text) : value;
        if (!(known instanceof List<?> items)) {
            throw unfit(name, "array", value);
        }
        List<@Nullable Object> converted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            try {
                converted.add(element("[" + i + "]", type.element(), items.get(i)));
            } catch (ConversionException e) {
                throw new ConversionException(
                        "fail to parse field " + name + ": " + e.getMessage());
            }
        }
        return Collections.unmodifiableList(converted);
    }

    private @Nullable Object element(String name, DataType type, @Nullable Object item)
            throws ConversionException {
        if (type == DataType.BIGINT) {
            Object number = bigint(item);
            if (number == null) {
                // The reference says float here, and people's scripts may look for it.
                throw unfit(name, DataType.FLOAT.text(), item);
            }
            return number;
        }
        boolean noStruct = !(item instanceof Map) && !(item instanceof String) && item != null;
        if (type instanceof DataType.Struct && noStruct) {
            throw unfit(name, "map", item);
        }
        return convert(name, type, item);
    }

    private @Nullable Object struct(String name, DataType.Struct type, @Nullable Object value)
            throws ConversionException {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            Map<?, ?> members = texts.struct(text);
            if (members == null) {
                throw unfit(name, "map", value);
            }
            return members(type, members);
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw unfit(name, "struct", value);
        }
        return members(type, members);
    }

    private Object members(DataType.Struct type, Map<?, ?> members) throws ConversionException {
        Map<String, @Nullable Object> converted = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            String key = find(members, field.name());
            if (key != null) {
                Object member = members.get(key);
                converted.put(field.name(), convert(field.name(), field.type(), member));
            } else if (rules.lack() == RowRules.Lack.FILL) {
                converted.put(field.name(), filling(field.type()));
            } else {
                throw new ConversionException(
                        "invalid data "
                                + MessageDump.text(members)
                                + ", field "
                                + field.name()
                                + " not found");
            }
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
