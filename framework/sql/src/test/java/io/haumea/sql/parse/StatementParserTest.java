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
package io.haumea.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.ast.DropStream;
import io.haumea.sql.ast.ExplainStream;
import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.ShowStreams;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.TimeUnit;
import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.plan.JoinKind;
import io.haumea.sql.stream.StreamDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementParserTest {

    @Test
    void whenAStreamNameLooksLikeATopic_thenItsPiecesAreOneName() {
        Select select = SqlParser.parseSelect("SELECT * FROM /a/+/`b c`/# AS t WHERE t.x = 1");

        assertThat(select.from().first().name()).isEqualTo("/a/+/b c/#");
        assertThat(select.from().first().alias()).isEqualTo("t");
    }

    @Test
    void whenStreamsAreJoined_thenKindsAndConditionsAreKept() {
        Select select =
                SqlParser.parseSelect(
                        "SELECT * FROM a LEFT JOIN b AS c ON a.x = c.x FULL JOIN d"
                                + " GROUP BY HoppingWindow(mi, 10, 5) FILTER (WHERE x > 1), y");

        assertThat(select.from().joins())
                .extracting(Join::kind)
                .containsExactly(JoinKind.LEFT, JoinKind.FULL);
        assertThat(select.from().joins().get(1).condition()).isNull();
        SyntaxExpression.Window window = (SyntaxExpression.Window) select.groupBy().get(0);
        assertThat(window.kind()).isEqualTo(WindowKind.HOPPINGWINDOW);
        assertThat(window.unit()).isEqualTo(TimeUnit.MI);
        assertThat(window.values()).containsExactly(10L, 5L);
        assertThat(window.filter()).isNotNull();
    }

    @Test
    void whenSortKeysHaveOddCommas_thenTheyAreTakenAsTheReferenceDoes() {
        Select select = SqlParser.parseSelect("SELECT * FROM a ORDER BY b DESC c,, s.desc desc,");

        assertThat(select.orderBy())
                .extracting(item -> SyntaxText.of(item.column()) + item.descending())
                .containsExactly("`b`true", "`c`false", "`s`.`desc`true");
    }

    @Test
    void whenTextFollowsTheSemicolon_thenItIsNotLookedAt() {
        assertThat(SqlParser.parse("SELECT a FROM demo; \"")).isPresent();
        assertThat(SqlParser.parse("CREATE STREAM a () WITH (); x y")).isPresent();
    }

    @Test
    void whenSelectsAreSeparatedBySemicolons_thenEachHasItsOwnText() {
        List<Select> selects = SqlParser.parseSelects(";SELECT a FROM b ; SELECT c FROM d");

        assertThat(selects)
                .extracting(Select::text)
                .containsExactly("SELECT a FROM b", "SELECT c FROM d");
    }

    @Test
    void whenAStructIsFollowedByOneOrTwoCommas_thenTheNextColumnIsRead() {
        for (String commas : List.of(",", ",,")) {
            StreamDefinition stream =
                    create(
                            "CREATE STREAM s (a STRUCT(b BIGINT, c ARRAY(FLOAT),)"
                                    + commas
                                    + " type STRING, timestamp DATETIME) WITH (type='file')");

            assertThat(stream.schema().fields())
                    .extracting(Field::name)
                    .containsExactly("a", "type", "timestamp");
            assertThat(stream.schema().fields().get(0).type().text())
                    .isEqualTo("struct(b bigint, c array(float))");
            assertThat(stream.type()).isEqualTo("file");
        }
    }

    @Test
    void whenAnOptionIsGivenTwice_thenTheLastWins() {
        StreamDefinition stream =
                create("create stream s (a array(struct(b boolean))) with (key=\"1\" Key=\"2\",,)");

        assertThat(stream.option("KEY")).contains("2");
        assertThat(stream.schema().fields().get(0).type())
                .isEqualTo(
                        DataType.array(DataType.struct(List.of(new Field("b", DataType.BOOLEAN)))));
    }

    @Test
    void whenAStreamIsNamed_thenTheStatementHasItsName() {
        assertThat(SqlParser.parse("DROP STREAM `a/b` and more")).contains(new DropStream("a/b"));
        assertThat(SqlParser.parse("explain stream demo")).contains(new ExplainStream("demo"));
        assertThat(SqlParser.parse("/* all */ show streams; --x")).contains(new ShowStreams());
    }

    private static StreamDefinition create(String sql) {
        return ((CreateStream) SqlParser.parse(sql).orElseThrow()).definition();
    }
}
