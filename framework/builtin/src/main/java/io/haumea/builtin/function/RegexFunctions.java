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

import io.haumea.builtin.regex.Regex;
import io.haumea.builtin.regex.Replacement;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarCall;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;

/** Functions that look for regular expressions in texts; NULL gives NULL. */
final class RegexFunctions {

    private static final String PATTERN =
            "a regular expression in the dialect of RE2, where a backslash is written twice in SQL";

    private RegexFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                ScalarFunction.named("regexp_matches")
                        .summary("Whether a regular expression matches somewhere in the text.")
                        .parameter("text", "the text")
                        .parameter("pattern", PATTERN)
                        .example("regexp_matches(\"seafood\", \"foo.*\") = true")
                        .check(Arguments.texts(2))
                        .returns(DataType.BOOLEAN)
                        .callPerPlace(RegexFunctions::matches),
                ScalarFunction.named("regexp_replace")
                        .summary(
                                "The text with all matches replaced. $1 or ${name} in the"
                                        + " replacement is what that group has matched, $$ a"
                                        + " dollar sign.")
                        .parameter("text", "the text")
                        .parameter("pattern", PATTERN)
                        .parameter("replacement", "what stands in the place of a match")
                        .example(
                                "regexp_replace(\"ab12c3\", \"([0-9]+)\", \"<$1>\") ="
                                        + " \"ab<12>c<3>\"")
                        .check(Arguments.texts(3))
                        .returns(DataType.STRING)
                        .callPerPlace(RegexFunctions::replace),
                ScalarFunction.named("regexp_substr")
                        .summary("The first match in the text, or the empty text.")
                        .parameter("text", "the text")
                        .parameter("pattern", PATTERN)
                        .example("regexp_substr(\"seafood\", \"o+\") = \"oo\"")
                        .check(Arguments.texts(2))
                        .returns(DataType.STRING)
                        .callPerPlace(RegexFunctions::first));
    }

    private static ScalarCall matches() {
        Compiled<Regex> patterns = new Compiled<>(Regex::compile);
        return nullable(a -> patterns.get(text(a[1])).matches(text(a[0])));
    }

    private static ScalarCall replace() {
        Compiled<Regex> patterns = new Compiled<>(Regex::compile);
        Compiled<Replacement> replacements = new Compiled<>(Replacement::of);
        return nullable(
                a -> patterns.get(text(a[1])).replaceAll(text(a[0]), replacements.get(text(a[2]))));
    }

    private static ScalarCall first() {
        Compiled<Regex> patterns = new Compiled<>(Regex::compile);
        return nullable(a -> patterns.get(text(a[1])).first(text(a[0])));
    }
}
