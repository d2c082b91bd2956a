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
package io.haumea.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonParser;
import io.haumea.engine.conformance.ConformanceRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the page about results. */
class TemplatePageTest {

    private static final Path PAGE = Path.of("../../docs/reference/results.md");

    private static final Pattern EXAMPLE =
            Pattern.compile("```\ntemplate  (.*)\n(?:row|result) +(.*)\nsends     (.*)\n```");

    @TestFactory
    Stream<DynamicTest> whenAnExampleOfThePageIsRun_thenItSendsWhatThePageSays()
            throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        List<String[]> examples =
                EXAMPLE.matcher(page)
                        .results()
                        .map(match -> new String[] {match.group(1), match.group(2), match.group(3)})
                        .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
        return examples.stream().map(parts -> dynamicTest(parts[0], () -> check(parts)));
    }

    private static void check(String[] parts) {
        Object data =
                Objects.requireNonNull(
                        ConformanceRows.byValue(
                                ConformanceRows.value(JsonParser.parseString(parts[1]))));
        assertThat(Template.compile(parts[0]).fillWith(data)).isEqualTo(parts[2]);
    }
}
