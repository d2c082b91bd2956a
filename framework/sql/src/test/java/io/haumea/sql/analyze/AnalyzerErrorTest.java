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
package io.haumea.sql.analyze;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.plan.WindowTime;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzerErrorTest {

    private static final TestStreams STREAMS =
            new TestStreams(
                    "CREATE STREAM demo (a BIGINT, b FLOAT, ms BIGINT) WITH ()",
                    "CREATE STREAM demo2 () WITH (TIMESTAMP=\"ts\")");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "SELECT a FROM Demo ~ fail to get stream Demo, please check if stream is created"
                        + " (line 1, column 15). Did you mean 'demo'?",
                "SELECT coutn(a) FROM demo ~ cannot get the plugin file name: invalid name coutn:"
                        + " not exist (line 1, column 8). Did you mean 'count'?",
                "SELECT dem.a FROM demo ~ There is no stream dem in FROM, only demo. (line 1,"
                        + " column 8). Did you mean 'demo'?",
                "SELECT other.* FROM demo AS d ~ There is no stream other in FROM, only d. (line 1,"
                        + " column 8). Use -> for members of a struct.",
                "SELECT abs(a, 1) FROM demo ~ The arguments for abs should be 1. (line 1, column"
                        + " 8)",
                "SELECT abs(ss) FROM demo ~ Expect number - float or int type for 1 parameter of"
                        + " function abs. (line 1, column 8)",
                "SELECT a FROM demo WHERE count(*) > 1 ~ Not allowed to call aggregate functions in"
                        + " WHERE clause. (line 1, column 26)",
                "SELECT a FROM demo GROUP BY sum(a) ~ Not allowed to call aggregate functions in"
                        + " GROUP BY clause. (line 1, column 29)",
                "SELECT sum(a) AS s FROM demo HAVING abs(s) > 1 ~ Not allowed to call"
                        + " none-aggregate functions in HAVING clause. (line 1, column 37). Give"
                        + " the call an alias in the SELECT list and use that.",
                "SELECT sum(a) AS s FROM demo HAVING sum(abs(a)) > 1 ~ Not allowed to call"
                        + " none-aggregate functions in HAVING clause. (line 1, column 41). Give"
                        + " the call an alias in the SELECT list and use that.",
                "SELECT sum(a) AS s FROM demo WHERE s > 1 ~ s is the result of an aggregate, which"
                        + " can't be used in WHERE. (line 1, column 36). Use it in HAVING or ORDER"
                        + " BY.",
                "SELECT max(avg(a)) FROM demo ~ The aggregate function avg is called inside another"
                        + " one. (line 1, column 12)",
                "SELECT sum(*) FROM demo ~ The function sum does not take *; only count(*) does."
                        + " (line 1, column 12)",
                "SELECT meta(a, b) FROM demo ~ The arguments for meta should be 1. (line 1, column"
                        + " 8)",
                "SELECT meta(1) FROM demo ~ Expect meta reference type for 1 parameter of function"
                        + " meta. (line 1, column 13)",
                "SELECT MQTT(qos) FROM demo ~ Parameter of mqtt function can be only topic or"
                        + " messageid. (line 1, column 13)",
                "SELECT a FROM demo GROUP BY TUMBLINGWINDOW(ss, 0) ~ A window can't be 0 SS long;"
                        + " it must be longer than zero and at most 2^61 milliseconds. (line 1,"
                        + " column 29)",
                "SELECT a FROM demo LEFT JOIN demo2 ON demo.a = demo2.a ~ A JOIN needs a window in"
                        + " GROUP BY. (line 1, column 20). Add one, such as GROUP BY"
                        + " TUMBLINGWINDOW(ss, 10).",
                "SELECT a FROM demo GROUP BY HOPPINGWINDOW(ss, 1, 0) ~ A window can't be 0 SS long;"
                        + " it must be longer than zero and at most 2^61 milliseconds. (line 1,"
                        + " column 29)",
                "SELECT a FROM demo LEFT JOIN demo2 GROUP BY TUMBLINGWINDOW(ss, 1) ~ A LEFT JOIN"
                        + " needs a condition after ON. (line 1, column 20). Without one, CROSS"
                        + " JOIN gives all pairs.",
                "SELECT a FROM demo CROSS JOIN demo GROUP BY TUMBLINGWINDOW(ss, 1) ~ Two streams of"
                        + " this statement are called demo. (line 1, column 31). Give one of them"
                        + " another name with AS.",
                "SELECT a FROM demo INNER JOIN demo2 AS b ON demo.a = c.a INNER JOIN demo2 AS c ON"
                        + " c.a = b.a GROUP BY TUMBLINGWINDOW(ss, 1) ~ The stream c is joined later"
                        + " and can't be used here. (line 1, column 54). A condition after ON sees"
                        + " the streams before it and its own.",
                "SELECT demo2.a FROM demo AS x INNER JOIN demo2 AS b ON x.a = b.a INNER JOIN demo2"
                        + " AS c ON c.a = b.a GROUP BY TUMBLINGWINDOW(ss, 1) ~ More than one stream"
                        + " of this statement is called demo2. (line 1, column 8). Use the names"
                        + " that AS gives them.",
                "SELECT a FROM demo INNER JOIN demo2 ON count(*) > 1 GROUP BY TUMBLINGWINDOW(ss, 1)"
                        + " ~ Not allowed to call aggregate functions in ON clause. (line 1, column"
                        + " 40)",
            })
    void whenAStatementCannotBeCarriedOut_thenTheMessageSaysWhyAndWhere(
            String sql, String message) {
        assertThatThrownBy(() -> analyze(sql, AnalysisOptions.DEFAULTS))
                .isInstanceOfSatisfying(
                        SqlException.class,
                        e -> Assertions.assertThat(e.located()).isEqualTo(message));
    }

    @Test
    void whenATimeUnitIsADeclaredColumn_thenItIsTheColumn() {
        Assertions.assertThat(analyze("SELECT abs(ms) FROM demo", AnalysisOptions.DEFAULTS))
                .isEqualTo("ms");
    }

    @Test
    void whenEventTimeIsAsked_thenItIsRefusedWithItsReason() {
        AnalysisOptions eventTime = new AnalysisOptions(new WindowTime.Event(0, 0), false);

        assertThatThrownBy(() -> analyze("SELECT a FROM demo", eventTime))
                .hasMessage(
                        "preprocessor is set to be event time but stream option TIMESTAMP not"
                                + " found");
        assertThatThrownBy(() -> analyze("SELECT a FROM demo2 GROUP BY COUNTWINDOW(2)", eventTime))
                .hasMessage("unsupported window type 5");
    }

    @Test
    void whenTheTimeOfAStreamCannotBeFound_thenTheRuleIsRefused() {
        TestStreams streams =
                new TestStreams(
                        "CREATE STREAM a (id BIGINT, time BIGINT) WITH (TIMESTAMP=\"tim\")",
                        "CREATE STREAM b () WITH (TIMESTAMP=\"ts\", TIMESTAMP_FORMAT=\"yyy\")");
        AnalysisOptions eventTime = new AnalysisOptions(new WindowTime.Event(0, 0), false);

        assertThatThrownBy(
                        () ->
                                Analyzer.analyze(
                                        SqlParser.parseSelect("SELECT id FROM a"),
                                        eventTime,
                                        streams,
                                        new TestFunctions()))
                .hasMessageContaining("names tim, which is neither a column of it nor an alias");
        assertThatThrownBy(
                        () ->
                                Analyzer.analyze(
                                        SqlParser.parseSelect("SELECT id FROM b"),
                                        eventTime,
                                        streams,
                                        new TestFunctions()))
                .hasMessageContaining("TIMESTAMP_FORMAT of the stream is no pattern");
    }

    @Test
    void whenMetadataGoesToTheSinkOfAGroup_thenItIsRefused() {
        AnalysisOptions withMeta = new AnalysisOptions(new WindowTime.Processing(), true);

        assertThatThrownBy(() -> analyze("SELECT a FROM demo GROUP BY a", withMeta))
                .isInstanceOfSatisfying(
                        SqlException.class,
                        e -> Assertions.assertThat(e.position()).isEqualTo(Position.START))
                .hasMessage("Invalid option sendMetaToSink, it can not be applied to window");
    }

    private static String analyze(String sql, AnalysisOptions options) {
        return Analyzer.analyze(SqlParser.parseSelect(sql), options, STREAMS, new TestFunctions())
                .slots()
                .get(0)
                .name();
    }
}
