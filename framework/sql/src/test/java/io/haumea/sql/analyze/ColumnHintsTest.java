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

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sql.error.Position;
import io.haumea.sql.parse.SqlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnHintsTest {

    private static final TestStreams STREAMS =
            new TestStreams(
                    "CREATE STREAM demo (temperature FLOAT, a BIGINT) WITH ()",
                    "CREATE STREAM other (speed FLOAT, height FLOAT) WITH ()",
                    "CREATE STREAM free () WITH ()");

    @Test
    void whenAColumnIsMisspelt_thenTheNearestIsProposed() {
        List<Hint> hints = hints("demo", "SELECT a FROM demo WHERE temprature > 1");

        assertThat(hints)
                .containsExactly(
                        new Hint(
                                "Stream demo declares no column temprature, so it is always NULL"
                                        + " here. Did you mean 'temperature'?",
                                new Position(1, 26)));
    }

    @Test
    void whenAnAliasedExpressionReadsWhatIsNotDeclared_thenOnlyANearNameIsHintedAt() {
        String sql = "SELECT pressure AS p, temperatur AS t FROM demo ORDER BY p";

        assertThat(hints("demo", sql))
                .extracting(Hint::message)
                .containsExactly(
                        "Stream demo declares no column temperatur. Did you mean 'temperature'?");
    }

    @Test
    void whenNamesAreMetadataAliasesOrOfASchemalessStream_thenThereIsNoHint() {
        String sql = "SELECT a + 1 AS x, meta(topic) FROM demo WHERE x > 1 HAVING x > 2";

        assertThat(hints("demo", sql)).isEmpty();
        assertThat(hints("free", "SELECT whatever FROM free")).isEmpty();
    }

    @Test
    void whenStreamsAreJoined_thenEachIsAskedForItsColumns() {
        String sql =
                "SELECT d.a, o.speed, heigth FROM demo AS d LEFT JOIN other AS o"
                        + " ON d.a = o.aa GROUP BY COUNTWINDOW(1)";

        assertThat(hints(List.of("demo", "other"), sql))
                .extracting(Hint::message)
                .containsExactly(
                        "No stream of this statement declares a column heigth, so it is always"
                                + " NULL here. Did you mean 'height'?",
                        "Stream other declares no column aa, so it is always NULL here.");
        assertThat(hints(List.of("demo", "free"), sql.replace("other", "free"))).isEmpty();
    }

    private static List<Hint> hints(String stream, String sql) {
        return hints(List.of(stream), sql);
    }

    private static List<Hint> hints(List<String> streams, String sql) {
        return ColumnHints.of(
                SqlParser.parseSelect(sql),
                streams.stream().map(name -> STREAMS.find(name).orElseThrow()).toList());
    }
}
