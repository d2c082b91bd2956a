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

import io.haumea.sdk.data.DataType;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanText;
import io.haumea.sql.plan.Slot;
import io.haumea.sql.plan.WindowTime;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

    private static final TestStreams STREAMS =
            new TestStreams(
                    "CREATE STREAM demo (a BIGINT, b FLOAT, Color STRING) WITH ()",
                    "CREATE STREAM free () WITH ()");

    @Test
    void whenColumnsAreSelected_thenOnlyTheseHaveSlotsAndNamesStayAsWritten() {
        assertPlan(
                "SELECT COLOR, color, demo.a, upper(Color) FROM demo WHERE a > 3",
                """
                Project Color#0 AS? COLOR, Color#0 AS? color, a#1 AS? a, upper(Color#0) AS? upper
                  Filter(WHERE) (a#1 > 3)
                    Scan demo
                """);
    }

    @Test
    void whenItemsHaveNoName_thenTheyAreNumberedAmongThemselves() {
        assertPlan(
                "SELECT a + 1, b, (a), x->y, -b AS z FROM demo",
                """
                Project (a#1 + 1) AS? rengine_field_0, b#0 AS? b, a#1 AS? rengine_field_1, \
                NULL->y AS? rengine_field_2, z#2 AS z
                  Compute z#2 = (- b#0)
                    Scan demo
                """);
    }

    @Test
    void whenAnExpressionHasAnAlias_thenItIsComputedOnceBeforeFilterAndWindow() {
        assertPlan(
                "SELECT a * 2 AS x, x + 1 AS y, x FROM demo WHERE y > 1"
                        + " GROUP BY TUMBLINGWINDOW(ss, 10) FILTER(WHERE x > 0)",
                """
                Project x#1 AS x, y#2 AS y, x#1 AS? x
                  Filter(WHERE) (y#2 > 1)
                    Window tumbling 10000 ms
                      Filter(FILTER) (x#1 > 0)
                        Compute x#1 = (a#0 * 2), y#2 = (x#1 + 1)
                          Scan demo
                """);
    }

    @Test
    void whenANameIsColumnAndAlias_thenTheSelectListSeesTheColumnAndOtherClausesTheAlias() {
        assertPlan(
                "SELECT a * 10 AS a, a + 1 AS c, a FROM demo WHERE a > 5 AND demo.a < 9",
                """
                Project a#1 AS a, c#2 AS c, a#0 AS? a
                  Filter(WHERE) ((a#1 > 5) AND (a#0 < 9))
                    Compute a#1 = (a#0 * 10), c#2 = (a#0 + 1)
                      Scan demo
                """);
    }

    @Test
    void whenAnAliasOfASchemalessStreamIsMadeOfItsNamesake_thenThereIsSuchAColumn() {
        assertPlan(
                "SELECT a * 10 AS a, a + 1 AS c, b AS d, d FROM free WHERE a > 5",
                """
                Project a#2 AS a, c#3 AS c, d#4 AS d, d#4 AS? d
                  Filter(WHERE) (a#2 > 5)
                    Compute a#2 = (a#0 * 10), c#3 = (a#0 + 1), d#4 = b#1
                      Scan free
                """);
    }

    @Test
    void whenAColumnIsNotDeclared_thenOnlyAliasedExpressionsSeeIt() {
        assertPlan(
                "SELECT extra AS e, extra, sum(extra) AS s FROM demo WHERE extra = 1",
                """
                Project e#1 AS e, NULL AS? extra, sum#2 AS s
                  Aggregate keys [] calls [sum#2 = sum(NULL)]
                    Filter(WHERE) (NULL = 1)
                      Compute e#1 = extra#0
                        Scan demo
                """);
    }

    @Test
    void whenAllColumnsAreSelected_thenDeclaredOnesAreWrittenInOrderEvenIfNull() {
        assertPlan(
                "SELECT * FROM demo",
                "Project a#0 AS a, b#1 AS b, Color#2 AS Color\n  Scan demo\n");
        assertPlan("SELECT * FROM free", "Project *#0\n  Scan free\n");
    }

    @Test
    void whenAStarMeetsNamesThatAreTaken_thenThoseStay() {
        assertPlan(
                "SELECT a + 1 AS a, upper(Color), demo.*, b FROM demo",
                """
                Project a#3 AS a, upper(Color#1) AS? upper, b#2 AS b, Color#1 AS Color, b#2 AS? b
                  Compute a#3 = (a#0 + 1)
                    Scan demo
                """);
        assertPlan("SELECT x, free.* FROM free", "Project x#0 AS? x, *#1\n  Scan free\n");
    }

    @Test
    void whenAggregatesAreSelected_thenEqualCallsShareASlotAndResultsAreUsedAfterwards() {
        assertPlan(
                "SELECT Color, avg(a) + 1 AS x, round(AVG(a)), count(*) AS c FROM demo WHERE b > 0"
                    + " GROUP BY color, TUMBLINGWINDOW(mi, 1) HAVING x > 3 AND count(*) > 1 ORDER"
                    + " BY c DESC, x, nosuch",
                """
                Project Color#1 AS? Color, (avg#3 + 1) AS x, round(avg#3) AS? round, count#4 AS c
                  Order count#4 desc, (avg#3 + 1), NULL
                    Having (((avg#3 + 1) > 3) AND (count#4 > 1))
                      Aggregate keys [Color#1] calls [avg#3 = avg(a#0), count#4 = count()]
                        Filter(WHERE) (b#2 > 0)
                          Window tumbling 60000 ms
                            Scan demo
                """);
    }

    @Test
    void whenAnArgumentIsRandom_thenCallsAreNotShared() {
        assertPlan(
                "SELECT sum(rand()) AS x, sum(rand()) AS y FROM demo",
                """
                Project sum#0 AS x, sum#1 AS y
                  Aggregate keys [] calls [sum#0 = sum(rand()), sum#1 = sum(rand())]
                    Scan demo
                """);
    }

    @Test
    void whenAnAggregateAliasHasTheNameOfAColumn_thenWhereSeesTheColumn() {
        assertPlan(
                "SELECT avg(b) AS b FROM demo WHERE b > 5 GROUP BY TUMBLINGWINDOW(ss, 1)"
                        + " HAVING b < 9 AND avg(b) > 1",
                """
                Project avg#1 AS b
                  Having ((avg#1 < 9) AND (avg#1 > 1))
                    Aggregate keys [] calls [avg#1 = avg(b#0)]
                      Filter(WHERE) (b#0 > 5)
                        Window tumbling 1000 ms
                          Scan demo
                """);
    }

    @Test
    void whenKeysAreExpressionsOrAliases_thenGroupsAreMadeByThem() {
        assertPlan(
                "SELECT a + 1 AS x FROM demo GROUP BY x, a % 2 ORDER BY x",
                """
                Project x#1 AS x
                  Aggregate keys [x#1, (a#0 % 2)] calls []
                    Compute x#1 = (a#0 + 1)
                      Scan demo
                """);
    }

    @Test
    void whenOnlyHavingNamesAnAggregate_thenGroupsAreFilteredByIt() {
        assertPlan(
                "SELECT color FROM demo GROUP BY color, TUMBLINGWINDOW(ss, 1) HAVING count(*) > 1",
                """
                Project Color#0 AS? color
                  Having (count#1 > 1)
                    Aggregate keys [Color#0] calls [count#1 = count()]
                      Window tumbling 1000 ms
                        Scan demo
                """);
    }

    @Test
    void whenMetadataIsRead_thenItHasASlot() {
        assertPlan(
                "SELECT meta(topic) AS t, mqtt(MessageId), meta(`x y`->z), a FROM demo AS d"
                        + " WHERE meta(d.topic) = 'x' AND d.a = 1 AND demo.b = 2.5",
                """
                Project t#3 AS t, meta(MessageId)#2 AS? mqtt, meta(x y)#2->z AS? meta, a#0 AS? a
                  Filter(WHERE) (((meta(topic)#2 = "x") AND (a#0 = 1)) AND (b#1 = 2.5))
                    Compute t#3 = meta(topic)#2
                      Scan demo
                """);
    }

    @Test
    void whenMetadataGoesToTheSink_thenItIsOneMoreColumn() {
        LogicalPlan plan =
                plan("SELECT a FROM demo", new AnalysisOptions(new WindowTime.Processing(), true));

        assertThat(PlanText.of(plan))
                .isEqualTo("Project a#0 AS? a, meta(*)#1 AS? __meta\n  Scan demo\n");
    }

    @Test
    void whenLiteralsAreCombined_thenTheResultIsComputedOnceUnlessItFails() {
        assertPlan(
                "SELECT 1 + 2 * 3, 7 / 2, 1.5 * 2, 1 / 0, -(3), 9223372036854775807 + 1 FROM demo",
                """
                Project 7 AS? rengine_field_0, 3 AS? rengine_field_1, 3.0 AS? rengine_field_2, \
                (1 / 0) AS? rengine_field_3, -3 AS? rengine_field_4, \
                (9223372036854775807 + 1) AS? rengine_field_5
                  Scan demo
                """);
    }

    @Test
    void whenTypesAreDeclared_thenSlotsHaveThem() {
        LogicalPlan plan =
                plan(
                        "SELECT a + 1 AS x, a + b AS y, a > b AS z, meta(t) AS m FROM demo",
                        AnalysisOptions.DEFAULTS);

        assertThat(plan.slots())
                .containsExactly(
                        new Slot.Column(0, "a", DataType.BIGINT),
                        new Slot.Column(0, "b", DataType.FLOAT),
                        new Slot.MetadataOf(0),
                        new Slot.Computed("x", DataType.BIGINT),
                        new Slot.Computed("y", DataType.FLOAT),
                        new Slot.Computed("z", DataType.BOOLEAN),
                        new Slot.Computed("m", DataType.ANY));
    }

    @Test
    void whenAFunctionIsUsedTwice_thenTheCatalogIsAskedOnce() {
        TestFunctions functions = new TestFunctions();

        LogicalPlan plan =
                Analyzer.analyze(
                        SqlParser.parseSelect("SELECT abs(a), ABS(b) AS x FROM demo"),
                        AnalysisOptions.DEFAULTS,
                        STREAMS,
                        functions);

        assertThat(plan.inputs()).hasSize(1);
        assertThat(functions.asked()).hasSize(1);
    }

    @Test
    void whenExpressionsAreAsDeepAsTheParserAllows_thenTheyAreAnalysed() {
        String chain = "a" + " + a".repeat(900);
        String nested = "abs(".repeat(190) + "a" + ")".repeat(190);

        LogicalPlan plan =
                plan(
                        "SELECT sum("
                                + chain
                                + ") AS x, "
                                + nested
                                + " FROM demo WHERE a = 1"
                                + " OR a = 2".repeat(900),
                        AnalysisOptions.DEFAULTS);

        assertThat(PlanText.of(plan)).contains("abs(abs(a#0))", "(a#0 + a#0)");
    }

    private static void assertPlan(String sql, String expected) {
        assertThat(PlanText.of(plan(sql, AnalysisOptions.DEFAULTS))).isEqualTo(expected);
    }

    private static LogicalPlan plan(String sql, AnalysisOptions options) {
        return Analyzer.analyze(SqlParser.parseSelect(sql), options, STREAMS, new TestFunctions());
    }
}
