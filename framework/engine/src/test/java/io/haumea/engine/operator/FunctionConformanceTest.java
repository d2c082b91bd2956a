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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.haumea.engine.conformance.ConformanceRows;
import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sql.error.SqlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the reference's functions and operators answer, these answer too. */
class FunctionConformanceTest {

    /** Rows that are decided otherwise, each with the line of the decisions that says so. */
    private static final Map<String, String> OVERRULED =
            Map.of(
                    "k09-func-TestLowercaseKeyMap-001",
                    "Struct field names: declared spelling at every depth");

    @Test
    void whenTheReferenceHasAnAnswer_thenThisIsTheSame() throws IOException {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows("functions-rows.jsonl")) {
            if (!OVERRULED.containsKey(id(row))) {
                check(row, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void whenTheReferenceRefusesArguments_thenTheyAreRefusedInTheSameWords() throws IOException {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows("parser-rows.jsonl")) {
            if (id(row).contains("TestFuncValidator")) {
                String expected = row.has("error") ? row.get("error").getAsString() : "";
                compare(row, problem(row, "tbl"), expected, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<JsonObject> rows(String file) throws IOException {
        Optional<List<JsonObject>> rows = ConformanceRows.read(file);
        assumeTrue(
                rows.isPresent(),
                "No conformance rows here; name their folder by -Dhaumea.conformance");
        return rows.orElseThrow();
    }

    private static void check(JsonObject row, List<String> differences) {
        if (row.has("parse_error")) {
            compare(row, problem(row, emitter(row)).isEmpty(), false, differences);
            return;
        }
        Object expected =
                row.has("error")
                        ? List.of(Map.of("error", row.get("error").getAsString()))
                        : row.has("expected")
                                ? ConformanceRows.value(row.get("expected"))
                                : ConformanceRows.value(row.get("expected_value"));
        Object actual = run(row);
        Object result =
                row.has("expected_value") && actual instanceof List<?> list
                        ? ((Map<?, ?>) Objects.requireNonNull(list.get(0))).get("v")
                        : actual;
        compare(
                row,
                String.valueOf(ConformanceRows.byValue(result)),
                String.valueOf(ConformanceRows.byValue(expected)),
                differences);
    }

    /** The rows that come out of the row's message, which goes in with its types. */
    private static @Nullable Object run(JsonObject row) {
        String stream = emitter(row);
        String sql = sql(row).replaceFirst("(?i)from \\w+", "FROM " + stream);
        Metadata metadata =
                row.has("meta")
                        ? Metadata.of(ConformanceRows.fields(row.get("meta")))
                        : Metadata.NONE;
        List<String> results =
                RuleBench.of("CREATE STREAM " + stream + " () WITH ()", sql)
                        .send(Message.fields(ConformanceRows.fields(row.get("data")), metadata))
                        .results();
        return ConformanceRows.value(JsonParser.parseString(results.get(0)));
    }

    private static String emitter(JsonObject row) {
        if (row.has("emitter")) {
            return row.get("emitter").getAsString();
        }
        String key = row.get("key").getAsString();
        int end = key.indexOf('\u0007');
        return end < 0 ? "test" : key.substring(0, end);
    }

    private static String sql(JsonObject row) {
        return switch (row.get("kind").getAsString()) {
            case "condition" ->
                    row.get("sql")
                            .getAsString()
                            .replaceFirst(
                                    "select \\* from src where (.*)", "select $1 as v from src");
            case "expression" -> row.get("sql").getAsString().replace(" as t ", " as v ");
            case "message_value" ->
                    "select "
                            + (row.get("key").getAsString().contains("\u0007")
                                    ? row.get("key").getAsString().replace('\u0007', '.')
                                    : "`" + row.get("key").getAsString() + "`")
                            + " as v from test";
            default -> row.get("sql").getAsString();
        };
    }

    /** Why a query is refused; empty if it is not. */
    private static String problem(JsonObject row, String stream) {
        try {
            Plans.plan(
                    Plans.stream("CREATE STREAM " + stream + " () WITH ()"),
                    row.get("sql").getAsString());
            return "";
        } catch (SqlException e) {
            return e.getMessage();
        }
    }

    private static void compare(
            JsonObject row, Object actual, Object expected, List<String> differences) {
        if (!actual.equals(expected)) {
            differences.add(
                    id(row)
                            + " "
                            + row.get("sql")
                            + "\n  expected "
                            + expected
                            + "\n  actual   "
                            + actual);
        }
    }

    private static String id(JsonObject row) {
        return row.get("id").getAsString();
    }
}
