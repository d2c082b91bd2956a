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
import static io.haumea.builtin.function.Arguments.text;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Functions that cut texts by places, or make them longer by a number of spaces. */
final class TextParts {

    /** Nobody needs more, and a rule must not use up the memory. */
    private static final long MOST_SPACES = 1 << 20;

    private static final ArgumentCheck PADDING =
            ArgumentCheck.count(2).and(ArgumentCheck.text(0)).and(ArgumentCheck.whole(1));

    private TextParts() {}

    static List<FunctionDefinition> all() {
        return List.of(
                padding("lpad", "The text with that many spaces before it.")
                        .example("lpad(\"a\", 2) = \"  a\"")
                        .call(nullable(a -> spaces(a[1]) + text(a[0]))),
                padding("rpad", "The text with that many spaces behind it.")
                        .example("rpad(\"a\", 2) = \"a  \"")
                        .call(nullable(a -> text(a[0]) + spaces(a[1]))),
                ScalarFunction.named("substring")
                        .summary(
                                "The bytes of the text from a start, counted from 0, up to but not"
                                        + " including an end, or to the last.")
                        .parameter("text", "a text")
                        .parameter("start", "the first byte, counted from 0")
                        .optionalParameter("end", "the byte behind the last one")
                        .example("substring(\"NYCNicks\", 3, 5) = \"Ni\"")
                        .example("substring(\"NYCNicks\", 3) = \"Nicks\"")
                        .check(TextParts::checkSubstring)
                        .returns(DataType.STRING)
                        .call(nullable(TextParts::substring)),
                ScalarFunction.named("split_value")
                        .summary(
                                "The part at an index, counted from 0, of the text split by a"
                                        + " separator.")
                        .parameter("text", "a text")
                        .parameter(
                                "separator",
                                "what is between parts; if empty, each character is a part")
                        .parameter("index", "which part, counted from 0")
                        .example("split_value(\"test/device001\", \"/\", 1) = \"device001\"")
                        .check(TextParts::checkSplit)
                        .returns(DataType.STRING)
                        .call(nullable(TextParts::splitValue)));
    }

    private static ScalarFunction.Builder padding(String name, String summary) {
        return ScalarFunction.named(name)
                .summary(summary)
                .parameter("text", "a text")
                .parameter("spaces", "how many")
                .check(PADDING)
                .returns(DataType.STRING);
    }

    private static String spaces(Object value) {
        OptionalLong count = Arguments.cut(value);
        if (count.isEmpty()) {
            throw Arguments.invalid(
                    "unsupported type " + ValueText.typeName(value) + " of " + ValueText.of(value));
        }
        if (count.getAsLong() < 0 || count.getAsLong() > MOST_SPACES) {
            throw Arguments.invalid(
                    "the number of spaces must be from 0 to "
                            + MOST_SPACES
                            + ", but is "
                            + ValueText.of(value));
        }
        return " ".repeat((int) count.getAsLong());
    }

    private static Optional<String> checkSubstring(String function, List<Argument> arguments) {
        if (arguments.size() != 2 && arguments.size() != 3) {
            return Optional.of("the arguments for substring should be 2 or 3");
        }
        Optional<String> wrong =
                ArgumentCheck.text(0).and(ArgumentCheck.whole(1)).check(function, arguments);
        if (wrong.isEmpty() && arguments.size() == 3) {
            wrong = ArgumentCheck.whole(2).check(function, arguments);
        }
        return wrong.or(() -> checkPlaces(arguments));
    }

    private static Optional<String> checkPlaces(List<Argument> arguments) {
        if (!(arguments.get(1).value() instanceof Long start)) {
            return Optional.empty();
        }
        if (start < 0) {
            return Optional.of("The start index should not be a nagtive integer.");
        }
        boolean reversed =
                arguments.size() == 3
                        && arguments.get(2).value() instanceof Long end
                        && end < start;
        return reversed
                ? Optional.of("The end index should be larger than start index.")
                : Optional.empty();
    }

    private static String substring(Object[] arguments) {
        byte[] bytes = text(arguments[0]).getBytes(StandardCharsets.UTF_8);
        long start = place(arguments[1]);
        long end = arguments.length == 3 ? place(arguments[2]) : bytes.length;
        if (start < 0 || end < start || end > bytes.length) {
            throw Arguments.invalid(
                    "the bytes " + start + " to " + end + " are not in a text of " + bytes.length);
        }
        return new String(bytes, (int) start, (int) (end - start), StandardCharsets.UTF_8);
    }

    private static long place(Object value) {
        OptionalLong place = Arguments.cut(value);
        if (place.isEmpty()) {
            throw Arguments.invalid("a place must be a number, but is " + ValueText.typed(value));
        }
        return place.getAsLong();
    }

    private static Optional<String> checkSplit(String function, List<Argument> arguments) {
        if (arguments.size() != 3) {
            return Optional.of("the arguments for split_value should be 3");
        }
        return ArgumentCheck.text(0)
                .and(ArgumentCheck.text(1))
                .and(ArgumentCheck.whole(2))
                .check(function, arguments)
                .or(
                        () ->
                                arguments.get(2).value() instanceof Long index && index < 0
                                        ? Optional.of("The index should not be a nagtive integer.")
                                        : Optional.empty());
    }

    private static String splitValue(Object[] arguments) {
        List<String> parts = split(text(arguments[0]), text(arguments[1]));
        long index = Arguments.cut(arguments[2]).orElse(0);
        if (index < 0 || index >= parts.size()) {
            throw Arguments.invalid(index + " out of index array (size = " + parts.size() + ")");
        }
        return parts.get((int) index);
    }

    /** The parts between separators; an empty separator splits into characters. */
    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
