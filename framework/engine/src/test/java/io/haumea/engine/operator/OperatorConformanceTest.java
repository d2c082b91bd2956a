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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.haumea.engine.conformance.ConformanceRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What single operators of the reference make of rows, rules with such an operator make of
 * messages. The rows of an operator are sent as messages of a window, and what the operator lets
 * pass is seen in a {@code SELECT *}.
 */
class OperatorConformanceTest {

    private static final String CREATE = "CREATE STREAM %s () WITH (DATASOURCE=\"%s\")";

    /**
     * Rows that are decided otherwise, or that show more than a rule does; each with the reason.
     */
    private static final Map<String, String> LISTED =
            Map.of(
                    "k09-op-TestAggregatePlanAlias_Apply-001",
                    "the reference's aggregation alone keeps all rows; its projection shows one",
                    "k09-op-TestProjectPlanError-002",
                    "in a whole rule aliases are computed before the SELECT list, which errors"
                            + " then don't name; and they name no Go types of the reference",
                    "k09-op-TestProjectPlanError-003",
                    "in a whole rule aliases are computed before the SELECT list",
                    "k09-op-TestProjectPlanError-004",
                    "Functions with a nil argument: nil",
                    "k09-op-TestProjectPlanError-007",
                    "what only fails there does the sane thing here: a part of nil is nil");

    @ParameterizedTest
    @ValueSource(strings = {"filter", "aggregate", "having", "join", "order", "project"})
    void whenTheReferenceHasAnAnswer_thenThisIsTheSame(String kind) throws IOException {
        Optional<List<JsonObject>> rows = ConformanceRows.read("operators-rows.jsonl");
        assumeTrue(rows.isPresent(), "No conformance rows here; -Dhaumea.conformance names them");
        List<String> differences = new ArrayList<>();
        int driven = 0;
        for (JsonObject json : rows.orElseThrow()) {
            if (!json.get("kind").getAsString().equals(kind)) {
                continue;
            }
            OperatorRow row = new OperatorRow(json);
            if (!LISTED.containsKey(row.id())) {
                driven++;
                compare(row, differences);
            }
        }
        assertThat(driven).isPositive();
        assertThat(differences).isEmpty();
    }

    private static void compare(OperatorRow row, List<String> differences) {
        String actual;
        try {
            actual = run(row);
        } catch (RuntimeException e) {
            actual = e.toString();
        }
        String expected = row.expected();
        if (!actual.equals(expected)) {
            differences.add(
                    row.id()
                            + " "
                            + row.sql()
                            + "\n  expected "
                            + expected
                            + "\n  actual   "
                            + actual
                            + "\n");
        }
    }

    private static String run(OperatorRow row) {
        String[] streams =
                row.streams().stream()
                        .map(name -> CREATE.formatted(name, name))
                        .toArray(String[]::new);
        StreamsBench bench = StreamsBench.of(row.sql(), streams);
        for (OperatorRow.Sent sent : row.messages()) {
            if (sent.message() == null) {
                bench.error(sent.stream(), sent.error());
            } else {
                bench.send(sent.stream(), sent.message());
            }
        }
        List<Object> rows = new ArrayList<>();
        for (String result : bench.at(10_000).results()) {
            JsonElement json = JsonParser.parseString(result);
            json.getAsJsonArray().forEach(item -> rows.add(ConformanceRows.fields(item)));
        }
        return row.seen(rows);
    }
}
