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
package io.haumea.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.haumea.engine.conformance.ConformanceRows;
import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation of a function says of a call is what the call gives. */
class FunctionExamplesTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("(.+?\\)) = (.+?)(?: (for|over) (\\w+) = (.+))?");

    private static final String DATE = "datetime ";

    static Stream<String> examples() {
        return Plans.builtins().stream()
                .filter(FunctionExamplesTest::repeatable)
                .map(FunctionDefinition::examples)
                .flatMap(List::stream);
    }

    /** Neither chance nor the time decides. */
    private static boolean repeatable(FunctionDefinition function) {
        return !(function instanceof ScalarFunction scalar) || !scalar.contextual();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whenAnExampleIsRun_thenItGivesTheDocumentedResult(String example) {
        // given
        Matcher parts = EXAMPLE.matcher(example);
        assertThat(parts.matches()).describedAs(example).isTrue();

        // when
        String result = run(parts);

        // then
        Object actual = ConformanceRows.value(JsonParser.parseString(result));
        Object expected = ConformanceRows.value(JsonParser.parseString(parts.group(2)));
        assertThat(ConformanceRows.byValue(actual))
                .isEqualTo(
                        ConformanceRows.byValue(List.of(Collections.singletonMap("v", expected))));
    }

    private static String run(Matcher parts) {
        String call = parts.group(1);
        if (!"over".equals(parts.group(3))) {
            Map<String, @Nullable Object> fields =
                    parts.group(4) == null
                            ? Map.of()
                            : Collections.singletonMap(parts.group(4), value(parts.group(5)));
            return RuleBench.schemaless("select " + call + " as v from demo")
                    .send(Message.fields(fields, Metadata.NONE))
                    .results()
                    .get(0);
        }
        RuleBench bench =
                RuleBench.schemaless(
                        "select " + call + " as v from demo group by tumblingwindow(ss, 1)");
        for (Object value : (List<?>) value("[" + parts.group(5) + "]")) {
            bench.send(
                    Message.fields(Collections.singletonMap(parts.group(4), value), Metadata.NONE));
        }
        return bench.at(1000).results().get(0);
    }

    private static Object value(String text) {
        if (text.startsWith(DATE)) {
            String date = JsonParser.parseString(text.substring(DATE.length())).getAsString();
            return TimePattern.DEFAULT.parse(date);
        }
        return ConformanceRows.value(JsonParser.parseString(text));
    }
}
