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
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Functions of texts. Other values count as their text form; NULL gives NULL but in concat. */
final class StringFunctions {

    private StringFunctions() {}

    static List<FunctionDefinition> all() {
        return Stream.of(tests(), changes(), TextParts.all()).flatMap(List::stream).toList();
    }

    private static List<FunctionDefinition> tests() {
        return List.of(
                described("endswith", "Whether the first text ends with the second.", 2)
                        .example("endswith(\"mya\", \"ya\") = true")
                        .returns(DataType.BOOLEAN)
                        .call(nullable(a -> text(a[0]).endsWith(text(a[1])))),
                described("startswith", "Whether the first text begins with the second.", 2)
                        .example("startswith(\"mya\", \"my\") = true")
                        .returns(DataType.BOOLEAN)
                        .call(nullable(a -> text(a[0]).startsWith(text(a[1])))),
                described(
                                "indexof",
                                "The byte, from 0, at which the second text first stands in the"
                                        + " first, or -1.",
                                2)
                        .example("indexof(\"hello\", \"l\") = 2")
                        .returns(DataType.BIGINT)
                        .call(nullable(a -> indexOf(text(a[0]), text(a[1])))),
                described("length", "The number of characters.", 1)
                        .example("length(\"中国\") = 2")
                        .returns(DataType.BIGINT)
                        .call(nullable(a -> (long) characters(text(a[0])))),
                described("numbytes", "The number of bytes in UTF-8.", 1)
                        .example("numbytes(\"中国\") = 6")
                        .returns(DataType.BIGINT)
                        .call(
                                nullable(
                                        a ->
                                                (long)
                                                        text(a[0])
                                                                .getBytes(StandardCharsets.UTF_8)
                                                                .length)));
    }

    private static List<FunctionDefinition> changes() {
        return List.of(
                concat(),
                change(
                        "lower",
                        "The text in small letters.",
                        "lower(\"NYC\") = \"nyc\"",
                        text ->
                                ascii(text)
                                        ? text.toLowerCase(Locale.ROOT)
                                        : letters(text, Character::toLowerCase)),
                change(
                        "upper",
                        "The text in capital letters.",
                        "upper(\"nyc\") = \"NYC\"",
                        text ->
                                ascii(text)
                                        ? text.toUpperCase(Locale.ROOT)
                                        : letters(text, Character::toUpperCase)),
                change(
                        "trim",
                        "The text without white space at both ends.",
                        "trim(\" a \") = \"a\"",
                        text -> trim(text, true, true)),
                change(
                        "ltrim",
                        "The text without white space at its beginning.",
                        "ltrim(\" a \") = \"a \"",
                        text -> trim(text, true, false)),
                change(
                        "rtrim",
                        "The text without white space at its end.",
                        "rtrim(\" a \") = \" a\"",
                        text -> trim(text, false, true)));
    }

    private static FunctionDefinition concat() {
        ArgumentCheck check =
                Arguments.atLeast(1, "The arguments for %s should be at least one.\n")
                        .and(Arguments::everyText);
        return ScalarFunction.named("concat")
                .summary("The texts joined; NULL is the empty text.")
                .parameter("text", "a text")
                .repeatedParameter("more", "further texts")
                .example("concat(\"a\", \"b\", null, \"c\") = \"abc\"")
                .check(check)
                .returns(DataType.STRING)
                .call(StringFunctions::joined);
    }

    private static String joined(@Nullable Object[] arguments) {
        StringBuilder joined = new StringBuilder();
        for (Object argument : arguments) {
            joined.append(argument == null ? "" : text(argument));
        }
        return joined.toString();
    }

    private static FunctionDefinition change(
            String name, String summary, String example, UnaryOperator<String> change) {
        return described(name, summary, 1)
                .example(example)
                .returns(DataType.STRING)
                .call(nullable(arguments -> change.apply(text(arguments[0]))));
    }

    private static ScalarFunction.Builder described(String name, String summary, int texts) {
        ArgumentCheck check = Arguments.texts(texts);
        ScalarFunction.Builder builder =
                ScalarFunction.named(name)
                        .summary(summary)
                        .parameter("text", "a text")
                        .check(check);
        return texts == 1 ? builder : builder.parameter("part", "what to look for in it");
    }

    private static long indexOf(String text, String part) {
        int index = text.indexOf(part);
        return index < 0 ? -1 : text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Letter by letter, so that neither the locale nor the neighbours matter. */
    private static String letters(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String trim(String text, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (right && to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** White space as Unicode has it; all of it lies in the 16-bit range. */
    private static boolean isSpace(char character) {
        return (character >= '\t' && character <= '\r')
                || character == '\u0085'
                || Character.isSpaceChar(character);
    }
}
