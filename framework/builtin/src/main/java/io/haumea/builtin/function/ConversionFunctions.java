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

import static io.haumea.builtin.function.Arguments.nullable;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Functions that bring a value into another form; NULL gives NULL. */
final class ConversionFunctions {

    /** A double has no decimals beyond these places, on either side of the point. */
    private static final long MOST_PLACES = 1100;

    private ConversionFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(cast(), chr(), encode(), trunc());
    }

    private static FunctionDefinition cast() {
        return ScalarFunction.named("cast")
                .summary("The value as a bigint, float, string or boolean.")
                .parameter("value", "a number, text or boolean")
                .parameter("type", "the literal \"bigint\", \"float\", \"string\" or \"boolean\"")
                .example("cast(\"12\", \"bigint\") = 12")
                .example("cast(3.7, \"bigint\") = 3")
                .example("cast(65, \"string\") = \"65\"")
                .check(ArgumentCheck.count(2).and(Cast::check))
                .call(nullable(a -> Cast.cast(a[0], Arguments.text(a[1]))));
    }

    private static FunctionDefinition chr() {
        return ScalarFunction.named("chr")
                .summary("The code of a character of one byte; a number is its own code.")
                .parameter("character", "a text of one byte, or a number")
                .example("chr(\"a\") = 97")
                .check(ArgumentCheck.count(1).and(ConversionFunctions::checkChr))
                .returns(DataType.BIGINT)
                .call(nullable(arguments -> chr(arguments[0])));
    }

    private static Optional<String> checkChr(String function, List<Argument> arguments) {
        return arguments.get(0).type() == DataType.STRING
                ? Optional.empty()
                : ArgumentCheck.whole(0).check(function, arguments);
    }

    private static long chr(Object value) {
        OptionalLong number = Arguments.cut(value);
        if (number.isPresent()) {
            return number.getAsLong();
        }
        if (!(value instanceof String text)) {
            throw Arguments.invalid(
                    "Only bigint, float and string type can be convert to char type.");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 1) {
            throw Arguments.invalid("Parameter length cannot larger than 1.");
        }
        if (bytes.length == 0) {
            throw Arguments.invalid("The empty text has no character.");
        }
        return bytes[0];
    }

    private static FunctionDefinition encode() {
        return ScalarFunction.named("encode")
                .summary("The text in base64; the second argument names that encoding.")
                .parameter("text", "a text")
                .parameter("encoding", "the literal \"base64\"")
                .example("encode(\"hello\", \"base64\") = \"aGVsbG8=\"")
                .check(
                        ArgumentCheck.count(2)
                                .and(ArgumentCheck.text(0))
                                .and(ArgumentCheck.text(1))
                                .and(ConversionFunctions::checkEncoding))
                .returns(DataType.STRING)
                .call(nullable(arguments -> base64(arguments[0])));
    }

    private static Optional<String> checkEncoding(String function, List<Argument> arguments) {
        Argument encoding = arguments.get(1);
        return encoding.literal() && "base64".equals(encoding.value())
                ? Optional.empty()
                : Optional.of("Only base64 is supported for the 2nd parameter.");
    }

    private static String base64(Object value) {
        if (!(value instanceof String text)) {
            throw Arguments.invalid("Only string type can be encoded.");
        }
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FunctionDefinition trunc() {
        return ScalarFunction.named("trunc")
                .summary(
                        "The number cut off towards zero after so many decimals; a negative count"
                                + " cuts before the point.")
                .parameter("number", "a number")
                .parameter("decimals", "how many decimals to keep, a whole number")
                .example("trunc(3.1415, 2) = 3.14")
                .example("trunc(-2.456, 2) = -2.45")
                .example("trunc(1234.5, -2) = 1200")
                .check(
                        ArgumentCheck.count(2)
                                .and(ArgumentCheck.number(0))
                                .and(ArgumentCheck.whole(1)))
                .returns(DataType.FLOAT)
                .call(nullable(arguments -> trunc(arguments[0], arguments[1])));
    }

    private static double trunc(Object value, Object decimals) {
        if (!(value instanceof Long || value instanceof Double || value instanceof ExactNumber)) {
            throw Arguments.invalid("Only int and float type can be truncated.");
        }
        OptionalLong places = Arguments.whole(decimals);
        if (places.isEmpty()) {
            throw Arguments.invalid("The 2nd parameter must be int value.");
        }
        double number = ((Number) value).doubleValue();
        if (!Double.isFinite(number) || places.getAsLong() >= MOST_PLACES) {
            return number;
        }
        int scale = (int) Math.max(places.getAsLong(), -MOST_PLACES);
        return BigDecimal.valueOf(number).setScale(scale, RoundingMode.DOWN).doubleValue();
    }
}
