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
package io.haumea.sdk.config;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one written value into the type of its component. */
final class OptionValue {

    private static final String A_DURATION = "a duration such as 500, 500ms or 5s";

    private static final Pattern DURATION =
            Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)?", Pattern.CASE_INSENSITIVE);

    private final RecordComponent component;
    private final Option option;
    private final String owner;

    OptionValue(RecordComponent component, Option option, String owner) {
        this.component = component;
        this.option = option;
        this.owner = owner;
    }

    static String kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return "choice";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "int", "long", "Integer", "Long" -> "whole number";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "boolean";
            case "Duration" -> "duration";
            case "URI" -> "address";
            case "List" -> "list";
            case "Map" -> "map";
            default ->
                    throw new HaumeaException(
                            ErrorCode.INTERNAL,
                            "An option can't have the type " + component.getGenericType());
        };
    }

    static List<String> choices(RecordComponent component) {
        if (!component.getType().isEnum()) {
            return List.of();
        }
        return Arrays.stream(component.getType().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Nullable Object convert(@Nullable Object given) {
        Object value = given;
        if (value == null && !option.fallback().isEmpty()) {
            value = option.fallback();
        }
        if (value == null || (value instanceof String text && text.isEmpty() && required())) {
            return missing();
        }
        return switch (kind(component)) {
            case "text" -> text(value);
            case "whole number" -> wholeNumber(value);
            case "number" -> number(value);
            case "boolean" -> bool(value);
            case "duration" -> duration(value);
            case "address" -> address(value);
            case "list" -> list(value);
            case "map" -> map(value);
            default -> choice(value);
        };
    }

    private boolean required() {
        return option.required();
    }

    private @Nullable Object missing() {
        if (required()) {
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION, owner + " is missing property " + option.key());
        }
        Class<?> type = component.getType();
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == double.class ? (Object) 0.0 : null;
    }

    private Object text(Object value) {
        if (value instanceof Map || value instanceof List) {
            throw wrong(value, "a text");
        }
        return value instanceof Double number
                        && Double.isFinite(number)
                        && number == Math.rint(number)
                ? new BigDecimal(number).toBigInteger().toString()
                : value.toString();
    }

    private Object wholeNumber(Object value) {
        try {
            BigDecimal decimal = new BigDecimal(value.toString().trim());
            if (component.getType() == int.class || component.getType() == Integer.class) {
                return decimal.intValueExact();
            }
            return decimal.longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(value, "a whole number");
        }
    }

    private Object number(Object value) {
        try {
            return Double.valueOf(value.toString().trim());
        } catch (NumberFormatException e) {
            throw wrong(value, "a number");
        }
    }

    private Object bool(Object value) {
        return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(value, "true or false");
        };
    }

    private Object duration(Object value) {
        if (value instanceof Number number) {
            if (number.doubleValue() < 0) {
                throw wrong(value, A_DURATION);
            }
            return Duration.ofMillis(number.longValue());
        }
        Matcher matcher = DURATION.matcher(value.toString().trim());
        if (!matcher.matches()) {
            throw wrong(value, A_DURATION);
        }
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2).toLowerCase(Locale.ROOT);
        try {
            return Duration.of(Long.parseLong(matcher.group(1)), unit(unit));
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong(value, A_DURATION);
        }
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.MILLIS;
        };
    }

    private Object address(Object value) {
        try {
            return URI.create(value.toString().trim());
        } catch (IllegalArgumentException e) {
            throw wrong(value, "an address such as tcp://127.0.0.1:1883");
        }
    }

    private Object list(Object value) {
        List<String> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(String.valueOf(item)));
        } else {
            String text = value.toString().trim();
            String inner =
                    text.startsWith("[") && text.endsWith("]")
                            ? text.substring(1, text.length() - 1)
                            : text;
            for (String item : inner.split(",", -1)) {
                String bare = item.trim().replaceAll("^\"|\"$", "");
                if (!bare.isEmpty()) {
                    items.add(bare);
                }
            }
        }
        return List.copyOf(items);
    }

    private Object map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(value, "a map");
        }
        Map<String, String> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), String.valueOf(text(item))));
        return copy;
    }

    private Object choice(Object value) {
        for (Object constant : component.getType().getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(value.toString().trim())) {
                return constant;
            }
        }
        throw wrong(value, "one of " + String.join(", ", choices(component)));
    }

    private HaumeaException wrong(Object value, String wanted) {
        String shown = option.secret() ? "a secret value" : "'" + value + "'";
        return new HaumeaException(
                ErrorCode.INVALID_OPTION,
                owner + " property " + option.key() + " is " + shown + ", but must be " + wanted);
    }
}
