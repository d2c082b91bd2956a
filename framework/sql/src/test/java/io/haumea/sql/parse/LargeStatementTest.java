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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.Analyzer;
import io.haumea.sql.analyze.TestFunctions;
import io.haumea.sql.analyze.TestStreams;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanText;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LargeStatementTest {

    private static final int COLUMNS = 15_000;
    private static final int MEGABYTE = 1 << 20;

    /** What a thread has unless told otherwise. */
    private static final long USUAL_STACK = 1024 * 1024;

    private static final TestStreams FREE = new TestStreams("CREATE STREAM free () WITH ()");

    private static LogicalPlan plan(String sql, TestStreams streams) {
        return Analyzer.analyze(
                SqlParser.parseSelect(sql), AnalysisOptions.DEFAULTS, streams, new TestFunctions());
    }

    private static String columns(String form) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(i -> form.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(", "));
    }

    @Test
    void whenAStreamAndARuleHaveManyColumns_thenTheyArePlanned() {
        // given
        String create = "CREATE STREAM wide (" + columns("column# BIGINT") + ") WITH ()";
        assertThat(
                        ((CreateStream) SqlParser.parse(create).orElseThrow())
                                .definition()
                                .schema()
                                .fields())
                .hasSize(COLUMNS);

        // when
        LogicalPlan plan =
                plan(
                        "SELECT " + columns("column# + 1 AS c#") + " FROM wide",
                        new TestStreams(create));

        // then
        assertThat(plan.slots()).hasSizeGreaterThanOrEqualTo(COLUMNS);
    }

    @Test
    void whenAStatementHasAMegabyte_thenItIsPlanned() {
        // given
        String list =
                IntStream.range(0, 25_000)
                        .mapToObj(i -> "a" + i % 100 + " * 2.5 + abs(b) > 10 AS flag" + i)
                        .collect(Collectors.joining(",\n"));
        String sql = "SELECT " + list + " FROM free WHERE a = \"" + "x".repeat(200_000) + "\"";

        // when
        LogicalPlan plan = plan(sql, FREE);

        // then
        assertThat(sql.length()).isGreaterThan(MEGABYTE);
        assertThat(PlanText.of(plan)).contains("flag24999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "( # a # )",
                "abs( # a # )",
                "- # a # ''",
                "NOT # a # ''",
                "'' # a # + a",
                "'' # a # AND a",
                "'' # a # ->b",
                "'' # a # [0]",
                "a + ( # a # )"
            })
    void whenAnExpressionIsTooDeep_thenThatIsAnErrorThatSaysSo(
            String open, String inner, String close) throws InterruptedException {
        // given
        String expression = (open + " ").repeat(200_000) + inner + (" " + close).repeat(200_000);

        // when
        Throwable thrown =
                onAUsualStack(() -> plan("SELECT " + expression + " AS x FROM free", FREE));

        // then
        assertThat(thrown)
                .isInstanceOf(SqlException.class)
                .hasMessageMatching(".* (nested too deeply|too long): at most .*");
    }

    @Test
    void whenTypesAreTooDeepInEachOther_thenThatIsAnErrorThatSaysSo() {
        String sql =
                "CREATE STREAM s (a "
                        + "STRUCT(a ".repeat(100_000)
                        + "BIGINT"
                        + ")".repeat(100_000)
                        + ") WITH ()";
        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("nested too deeply: at most 200 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {" + a", " OR b = 1", "->b"})
    void whenAnExpressionIsAsLongAsItMayBe_thenAUsualStackIsEnough(String next)
            throws InterruptedException {
        String expression = "a" + next.repeat(998);
        AtomicReference<@Nullable LogicalPlan> plan = new AtomicReference<>();

        Throwable thrown =
                onAUsualStack(
                        () -> plan.set(plan("SELECT " + expression + " AS x FROM free", FREE)));

        assertThat(thrown).isNull();
        assertThat(plan.get()).isNotNull();
    }

    private static @Nullable Throwable onAUsualStack(Runnable work) throws InterruptedException {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread usual = new Thread(null, work, "usual", USUAL_STACK);
        usual.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
        usual.start();
        usual.join();
        return thrown.get();
    }
}
