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
package io.haumea.sql.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Schema;
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.Analyzer;
import io.haumea.sql.analyze.TestFunctions;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.Statement;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.parse.SyntaxText;
import io.haumea.sql.plan.PlanText;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the reference accepts is accepted, what it refuses is refused in the same words. */
class ParserConformanceTest {

    /** Checked where the functions are: their texts come from their own declarations. */
    private static final Set<String> NEED_THE_FUNCTION_LIBRARY =
            Set.of(
                    "k09-parser-TestFuncValidator-043",
                    "k09-parser-TestFuncValidator-044",
                    "k09-parser-TestFuncValidator-051",
                    "k09-parser-TestFuncValidator-058",
                    "k09-parser-TestFuncValidator-059",
                    "k09-parser-TestFuncValidator-060");

    /** Can't be analysed before joins are supported; it is parsed. */
    private static final Set<String> NEED_JOINS = Set.of("k09-parser-TestIsAggStatement-009");

    private static List<JsonObject> rows = List.of();

    @BeforeAll
    static void readRows() throws IOException {
        Optional<List<JsonObject>> found = ParserRows.read();
        assumeTrue(
                found.isPresent(),
                "No conformance rows here; name their folder by -Dhaumea.conformance");
        rows = found.orElseThrow();
    }

    @Test
    void whenTheReferenceRefusesAStatement_thenItIsRefusedInTheSameWords() {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows) {
            if (row.has("valid")
                    && !row.get("valid").getAsBoolean()
                    && !NEED_THE_FUNCTION_LIBRARY.contains(id(row))) {
                compare(row, error(row), row.get("error").getAsString(), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void whenTheReferenceTakesAStatement_thenItIsTaken() {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows) {
            if (row.get("valid").getAsBoolean()) {
                compare(row, parseError(row), "", differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void whenAStreamIsCreated_thenItHasTheColumnsAndOptionsOfTheReference() {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows) {
            if (row.has("stream")) {
                CreateStream create = (CreateStream) SqlParser.parse(sql(row)).orElseThrow();
                compare(row, create.definition(), stream(row), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void whenASelectIsParsed_thenItsExpressionsAreNestedAsInTheReference() {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows) {
            if (row.has("ast")
                    && row.get("ast").isJsonObject()
                    && row.getAsJsonObject("ast").has("Fields")) {
                compare(row, expressions(sql(row)), tree(row), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void whenAStatementAggregates_thenItsPlanDoes() {
        List<String> differences = new ArrayList<>();
        for (JsonObject row : rows) {
            if (row.has("is_aggregate") && !NEED_JOINS.contains(id(row))) {
                boolean aggregates = plan(sql(row)).contains("Aggregate");
                compare(row, aggregates, row.get("is_aggregate").getAsBoolean(), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String error(JsonObject row) {
        String problem = parseError(row);
        if (!problem.isEmpty() || !row.get("entry").getAsString().equals("select")) {
            return problem;
        }
        try {
            plan(sql(row));
            return "";
        } catch (SqlException e) {
            return e.getMessage();
        }
    }

    private static String parseError(JsonObject row) {
        try {
            int statements =
                    switch (row.get("entry").getAsString()) {
                        case "select" -> SqlParser.parseSelect(sql(row)).items().size();
                        case "select_list" -> SqlParser.parseSelects(sql(row)).size();
                        default -> SqlParser.parse(sql(row)).stream().toList().size();
                    };
            return statements == 0 ? "not a statement" : "";
        } catch (SqlException e) {
            return e.getMessage();
        }
    }

    private static String plan(String sql) {
        Select select = SqlParser.parseSelect(sql);
        return PlanText.of(
                Analyzer.analyze(
                        select,
                        AnalysisOptions.DEFAULTS,
                        new AnySchemalessStream(),
                        new TestFunctions()));
    }

    /** The reference's trees have no open bound: it stands as 0 there. */
    private static List<String> expressions(String sql) {
        Statement statement = SqlParser.parse(sql).orElseThrow();
        Select select = (Select) statement;
        List<SyntaxExpression> all = new ArrayList<>();
        select.items().forEach(item -> all.add(item.expression()));
        if (select.where() != null) {
            all.add(select.where());
        }
        select.groupBy().stream()
                .filter(item -> !(item instanceof SyntaxExpression.Window))
                .forEach(all::add);
        return all.stream().map(item -> SyntaxText.of(item).replace("[0:", "[:")).toList();
    }

    private static List<String> tree(JsonObject row) {
        JsonObject ast = row.getAsJsonObject("ast");
        List<SyntaxExpression> all = new ArrayList<>();
        for (JsonElement field : ast.getAsJsonArray("Fields")) {
            all.add(ReferenceTree.expression(field.getAsJsonObject().getAsJsonObject("Expr")));
        }
        if (ast.has("Condition")) {
            all.add(ReferenceTree.expression(ast.getAsJsonObject("Condition")));
        }
        if (ast.has("Dimensions")) {
            for (JsonElement dimension : ast.getAsJsonArray("Dimensions")) {
                JsonObject expression = dimension.getAsJsonObject().getAsJsonObject("Expr");
                if (!expression.get("node").getAsString().equals("Window")) {
                    all.add(ReferenceTree.expression(expression));
                }
            }
        }
        return all.stream().map(SyntaxText::of).toList();
    }

    private static StreamDefinition stream(JsonObject row) {
        JsonObject stream = row.getAsJsonObject("stream");
        Map<String, String> options = new HashMap<>();
        stream.getAsJsonObject("options")
                .entrySet()
                .forEach(option -> options.put(option.getKey(), option.getValue().getAsString()));
        Schema schema =
                stream.get("fields").isJsonNull()
                        ? Schema.NONE
                        : new Schema(fields(stream.get("fields")));
        return new StreamDefinition(stream.get("name").getAsString(), schema, options);
    }

    private static List<Field> fields(JsonElement fields) {
        List<Field> all = new ArrayList<>();
        for (JsonElement field : fields.getAsJsonArray()) {
            JsonObject object = field.getAsJsonObject();
            all.add(new Field(object.get("name").getAsString(), type(object)));
        }
        return all;
    }

    private static DataType type(JsonObject type) {
        String name = type.get("type").getAsString();
        return switch (name) {
            case "array" -> DataType.array(type(type.getAsJsonObject("element")));
            case "struct" -> DataType.struct(fields(type.get("fields")));
            default -> new DataType.Simple(name);
        };
    }

    private static void compare(
            JsonObject row, Object actual, Object expected, List<String> differences) {
        if (!actual.equals(expected)) {
            differences.add(
                    id(row)
                            + " "
                            + sql(row)
                            + "\n  expected "
                            + expected
                            + "\n  actual   "
                            + actual);
        }
    }

    private static String id(JsonObject row) {
        return row.get("id").getAsString();
    }

    private static String sql(JsonObject row) {
        return row.get("sql").getAsString();
    }

    private static final class AnySchemalessStream implements StreamCatalog {
        @Override
        public Optional<StreamDefinition> find(String name) {
            return Optional.of(new StreamDefinition(name, Schema.NONE, Map.of()));
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    }
}
