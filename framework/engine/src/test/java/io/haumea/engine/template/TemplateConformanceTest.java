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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.haumea.engine.conformance.ConformanceRows;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What real Go makes of templates. */
class TemplateConformanceTest {

    @TestFactory
    Stream<DynamicTest> whenGoFillsATemplate_thenSoDoesHaumea() throws IOException {
        Optional<List<JsonObject>> cases = ConformanceRows.read("template-cases.jsonl");
        Assumptions.assumeTrue(
                cases.isPresent(), "no conformance folder; name it with -Dhaumea.conformance=");
        return cases.orElseThrow().stream()
                .map(row -> dynamicTest(row.get("id").getAsString(), () -> check(row)));
    }

    private static void check(JsonObject row) {
        String text = row.get("template").getAsString();
        Object data =
                Objects.requireNonNull(
                        ConformanceRows.byValue(ConformanceRows.value(row.get("data"))));
        if (row.has("expect_error")) {
            assertThatThrownBy(() -> Template.compile(text).fillWith(data))
                    .as(text)
                    .isInstanceOf(TemplateException.class)
                    .hasMessageStartingWith("template: sink:1:");
        } else {
            assertThat(Template.compile(text).fillWith(data))
                    .as(text)
                    .isEqualTo(row.get("expect").getAsString());
        }
    }
}
