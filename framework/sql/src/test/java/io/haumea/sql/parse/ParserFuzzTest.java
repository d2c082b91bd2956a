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

import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.Analyzer;
import io.haumea.sql.analyze.TestFunctions;
import io.haumea.sql.analyze.TestStreams;
import io.haumea.sql.ast.Select;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.PlanText;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserFuzzTest {

    private static final TestStreams STREAMS =
            new TestStreams(
                    "CREATE STREAM demo (a BIGINT, b FLOAT, c STRING) WITH ()",
                    "CREATE STREAM free () WITH ()");

    @Property
    void whenAnyTextIsParsed_thenItIsAStatementOrASqlError(@ForAll String text) {
        assertThat(outcome(text)).isNotEmpty();
        assertThat(outcome("SELECT " + text)).isNotEmpty();
        assertThat(outcome("CREATE STREAM " + text)).isNotEmpty();
    }

    @Property
    void whenWordsOfTheLanguageAreMixed_thenTheyAreAStatementOrASqlError(
            @ForAll("mixed") String text) {
        assertThat(outcome(text)).isNotEmpty();
    }

    @Property
    void whenAnExpressionIsWritten_thenItsCanonicalTextMeansTheSame(
            @ForAll("expressions") String expression) {
        String first = canonical(expression);

        assertThat(canonical(first)).isEqualTo(first);
    }

    private static String canonical(String expression) {
        Select select = SqlParser.parseSelect("SELECT " + expression + " FROM demo");
        return SyntaxText.of(select.items().get(0).expression());
    }

    private static String outcome(String text) {
        try {
            return SqlParser.parse(text)
                    .flatMap(
                            statement ->
                                    statement instanceof Select select
                                            ? Optional.of(plan(select))
                                            : Optional.of("a statement"))
                    .orElse("no statement");
        } catch (SqlException e) {
            return e.located();
        }
    }

    private static String plan(Select select) {
        return PlanText.of(
                Analyzer.analyze(select, AnalysisOptions.DEFAULTS, STREAMS, new TestFunctions()));
    }

    @Provide
    Arbitrary<String> mixed() {
        Arbitrary<String> word =
                Arbitraries.of(
                        ("SELECT FROM demo free AS WHERE AND OR NOT IS NULL GROUP BY HAVING ORDER"
                                        + " a b c x * , ( ) [ ] -> . + - / % = != < > 1 2.5 'it'"
                                        + " \"text\" ; ss avg count abs meta tumblingwindow(ss,1)"
                                        + " FILTER( JOIN LEFT ON CREATE STREAM BIGINT STRUCT("
                                        + " ARRAY( WITH DATASOURCE : /* -- ` # ä \\")
                                .split(" ", -1));
        return word.list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> String.join(" ", words))
                .flatMap(
                        text ->
                                Arbitraries.of(
                                        text,
                                        "SELECT a FROM demo " + text,
                                        "SELECT " + text + " FROM free",
                                        "CREATE STREAM s (" + text));
    }

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> leaf =
                Arbitraries.of(
                        "a",
                        "s.b",
                        "`c d`",
                        "1",
                        "-2",
                        "2.5",
                        ".5",
                        "1.",
                        "TRUE",
                        "null",
                        "'x'",
                        "\"\\n\\\\\"",
                        "type",
                        "count(*)",
                        "now()");
        return Arbitraries.recursive(() -> leaf, ParserFuzzTest::larger, 0, 4);
    }

    private static Arbitrary<String> larger(Arbitrary<String> smaller) {
        Arbitrary<String> operator =
                Arbitraries.of(
                        "+", "-", "*", "/", "%", "&", "|", "^", "=", "!=", "<>", "<", "<=", ">",
                        ">=", "AND", "or");
        return Arbitraries.oneOf(
                Combinators.combine(smaller, operator, smaller)
                        .as((left, sign, right) -> left + " " + sign + " " + right),
                smaller.map(inner -> "(" + inner + ")"),
                smaller.map(inner -> "- " + inner),
                smaller.map(inner -> "NOT " + inner),
                smaller.map(inner -> inner + " IS NOT NULL"),
                smaller.map(inner -> "(" + inner + ")->name[1]"),
                smaller.map(inner -> "(" + inner + ")[:-1]"),
                smaller.map(inner -> "upper(" + inner + ",)"));
    }
}
