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
package io.haumea.builtin.function;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Argument;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns values into other types, as {@code cast} does. */
final class Cast {

    private static final Map<String, DataType> TYPES =
            Map.of(
                    "bigint", DataType.BIGINT,
                    "float", DataType.FLOAT,
                    "string", DataType.STRING,
                    "boolean", DataType.BOOLEAN,
                    "datetime", DataType.DATETIME);

    /** Never goes back, so that a long text costs no more than its length. */
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d++");

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?>\\d++(?>\\.\\d*+)?+|\\.\\d++)(?>[eE][+-]?\\d++)?+");

    private static final int MOST_DIGITS = 1000;
    private static final double LONG_LIMIT = 0x1p63;

    private Cast() {}

    /** Checks that the second argument is the literal name of a type. */
    static Optional<String> check(String function, List<Argument> arguments) {
        Argument type = arguments.get(1);
        if (!type.literal() || !(type.value() instanceof String name)) {
            return Optional.of("Expect string type for 2 parameter of function cast.");
        }
        return TYPES.containsKey(name)
                ? Optional.empty()
                : Optional.of(
                        "Expect one of following value for the 2nd parameter: bigint, float,"
                                + " string, boolean, datetime.");
    }

    static Object cast(Object value, String type) {
        return switch (type) {
            case "bigint" -> bigint(value);
            case "float" -> number(value);
            case "string" -> text(value);
            case "boolean" -> truth(value);
            default -> throw unsupported();
        };
    }

    private static Object bigint(Object value) {
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof Double || value instanceof ExactNumber) {
            double number = ((Number) value).doubleValue();
            if (number >= -LONG_LIMIT && number < LONG_LIMIT) {
                return (long) number;
            }
            throw Arguments.invalid(ValueText.of(value) + " is beyond the range of bigint");
        }
        if (value instanceof String text) {
            return parseWhole(text);
        }
        return bool(value) ? 1L : 0L;
    }

    private static Object number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            return parseNumber(text);
        }
        return bool(value) ? 1.0 : 0.0;
    }

    private static Object text(Object value) {
        if (value instanceof Number || value instanceof String || value instanceof Boolean) {
            return ValueText.of(value);
        }
        throw unsupported();
    }

    private static boolean truth(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value instanceof String text ? parseTruth(text) : bool(value);
    }

    private static boolean bool(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unsupported();
    }

    private static long parseWhole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw unreadable("Atoi", text, "invalid syntax");
        }
        if (text.length() < MOST_DIGITS) {
            BigInteger number = new BigInteger(text);
            if (number.bitLength() < Long.SIZE) {
                return number.longValue();
            }
        }
        throw unreadable("Atoi", text, "value out of range");
    }

    private static double parseNumber(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable("ParseFloat", text, "invalid syntax");
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw unreadable("ParseFloat", text, "value out of range");
        }
        return number;
    }

    private static boolean parseTruth(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw unreadable("ParseBool", text, "invalid syntax");
        };
    }

    /** Worded as Go words it, since rules' error events carry these texts. */
    private static HaumeaException unreadable(String parser, String text, String problem) {
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return Arguments.invalid("strconv." + parser + ": parsing \"" + quoted + "\": " + problem);
    }

    private static HaumeaException unsupported() {
        return Arguments.invalid("Not supported type conversion.");
    }
}
