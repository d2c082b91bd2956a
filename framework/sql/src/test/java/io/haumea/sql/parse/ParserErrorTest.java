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

import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "SELECT FROM demo ~ found \"FROM\", expected expression.",
                "CREATE STREAM d (a BIGINT, A FLOAT) WITH () ~ The column A is declared twice.",
                "CREATE STREAM d (s STRUCT(x FLOAT, X FLOAT)) WITH () ~ The column X is declared"
                        + " twice.",
                "SELECT a, FROM demo ~ found \"FROM\", expected expression.",
                "SELECT _a FROM demo ~ found \"\", expected expression.",
                "SELECT \"a FROM demo ~ found \"\\\"a FROM demo\", expected expression.",
                "SELECT 1.2.3 FROM demo ~ found \"1.2.3\", invalid number value.",
                "SELECT a, * FROM demo ~ found \"*\", expected expression.",
                "SELECT *, a FROM demo ~ found \",\", expected FROM.",
                "SELECT * AS x FROM demo ~ found \"AS\", expected FROM.",
                "SELECT a x FROM demo ~ found \"x\", expected FROM.",
                "SELECT a AS \"x\" FROM demo ~ found \"x\", expected as alias.",
                "SELECT a ~ found \"EOF\", expected FROM.",
                "SELECT (a FROM demo ~ found \"FROM\", expected right paren.",
                "SELECT f(a b) FROM demo ~ found function call \"f\", expected ), but with \"b\".",
                "SELECT a.b.c FROM d ~ Too many field names. Please use -> to reference keys in"
                        + " struct.",
                "SELECT a[x] FROM d ~ Unexpected token \"x\". when parsing bracket expressions.",
                "SELECT a[1 FROM d ~ Found \"FROM\", expected right bracket.",
                "SELECT a FROM demo d ~ found \"d\", expected EOF.",
                "SELECT a FROM demo timestamp ~ found \"TIMESTAMP\", expected EOF.",
                "SELECT a FROM a JOIN b ~ found \"JOIN\", expected EOF.",
                "SELECT a FROM a LEFT OUTER JOIN b ~ found \"LEFT\", expected JOIN key word.",
                "SELECT a FROM demo AS \"x\" ~ found \"demo\", expected JOIN key word.",
                "SELECT a FROM a CROSS JOIN b ON c ~ On expression is not required for cross join"
                        + " type.",
                "SELECT a FROM ~ found \"EOF\", expected stream name.",
                "SELECT a FROM demo GROUP a ~ found \"a\", expected BY statement.",
                "SELECT a FROM demo ORDER a ~ found \"a\", expected BY keyword.",
                "SELECT a FROM demo ORDER BY a + 1 ~ found \"+\", expected EOF.",
                "SELECT a FROM demo GROUP BY HOPPINGWINDOW(ss, 1) ~ The arguments for hoppingwindow"
                        + " should be 3.",
                "SELECT a FROM demo GROUP BY TUMBLINGWINDOW(xx, 1) ~ The 1st argument for"
                        + " tumblingwindow is expecting timer literal expression. One value of"
                        + " [dd|hh|mi|ss|ms].",
                "SELECT a FROM demo GROUP BY TUMBLINGWINDOW(ss, 1.5) ~ The 1 argument for"
                        + " tumblingwindow is expecting interger literal expression.",
                "SELECT a FROM demo GROUP BY COUNTWINDOW(1,2,3) ~ Invalid parameter count.",
                "SELECT a FROM demo GROUP BY COUNTWINDOW(0) ~ Invalid parameter value 0.",
                "SELECT a FROM demo GROUP BY COUNTWINDOW(3,0) ~ Invalid parameter value 3, 0.",
                "SELECT a FROM demo GROUP BY COUNTWINDOW(3,4) ~ The second parameter value 4 should"
                        + " be less than the first parameter 3.",
                "SELECT a FROM d GROUP BY COUNTWINDOW(3) FILTER a ~ Found \"a\" after FILTER,"
                        + " expect parentheses.",
                "SELECT a FROM d GROUP BY COUNTWINDOW(3) FILTER(a ~ Found \"a\" after FILTER(,"
                        + " expect WHERE.",
                "SELECT a FROM d GROUP BY COUNTWINDOW(3) FILTER(WHERE a ~ Found \"EOF\" after"
                        + " FILTER, expect right parentheses.",
                "SELECT a FROM d GROUP BY b FILTER(WHERE a) ~ found \"FILTER\", expected EOF.",
                "CREATE TABLE a ~ found \"TABLE\", expected keyword stream.",
                "CREATE STREAM 1 ~ found \"1\", expected stream name.",
                "CREATE STREAM a/b () ~ found \"/\", expected lparen after stream name.",
                "CREATE STREAM a () ~ found \"EOF\", expected is with.",
                "CREATE STREAM a (b INT) ~ found \"INT\", expect valid stream field types(BIGINT |"
                        + " FLOAT | STRINGS | DATETIME | BOOLEAN | ARRAY | STRUCT).",
                "CREATE STREAM a (b ARRAY(ARRAY(BIGINT))) ~ found \"ARRAY\", expect stream data"
                        + " types.",
                "CREATE STREAM a (b BIGINT,, c BIGINT) ~ found \",\", expect stream field name.",
                "CREATE STREAM a (b BIGINT c BIGINT) ~ found \"c\", expect comma or rparen.",
                "CREATE STREAM a () WITH (StrictValidation=\"x\") ~ found \"StrictValidation\","
                        + " unknown option"
                        + " keys(DATASOURCE|FORMAT|KEY|CONF_KEY|STRICT_VALIDATION|TYPE).",
                "CREATE STREAM a () WITH (KEY \"x\") ~ found \"x\", expect equals(=) in options.",
                "CREATE STREAM a () WITH (KEY=x) ~ found \"x\", expect string value in option.",
                "CREATE STREAM a () WITH () x ~ found \"x\", expected semicolon or EOF.",
                "SHOW STREAM ~ found \"STREAM\", expected keyword streams.",
                "SHOW STREAMS x ~ found \"x\", expected semecolon or EOF.",
                "DROP STREAM ~ found \"EOF\", expected stream name.",
                "DESCRIBE demo ~ found \"demo\", expected keyword stream.",
            })
    void whenAStatementIsWrong_thenTheMessageSaysWhatWasFoundAndExpected(
            String sql, String message) {
        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .satisfies(e -> assertThat(e.getMessage().strip()).isEqualTo(message));
    }

    @Test
    void whenAStatementIsWrong_thenLineAndColumnSayWhere() {
        String sql = "SELECT a,\n  b c\nFROM demo";

        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOfSatisfying(
                        SqlException.class,
                        e -> {
                            assertThat(e.position()).isEqualTo(new Position(2, 5));
                            assertThat(e.located())
                                    .isEqualTo("found \"c\", expected FROM. (line 2, column 5)");
                        });
    }

    @Test
    void whenTheFirstWordBeginsNoStatement_thenThereIsNone() {
        assertThat(SqlParser.parse("INSERT INTO demo")).isEmpty();
        assertThat(SqlParser.parse("")).isEmpty();
    }

    @Test
    void whenAnotherStatementStandsForASelect_thenItIsRefused() {
        assertThatThrownBy(() -> SqlParser.parseSelect("SHOW STREAMS"))
                .hasMessage("Found \"SHOW\", Expected SELECT.\n");
    }

    @Test
    void whenAnExpressionIsNestedTooDeeply_thenThatIsSaid() {
        String sql = "SELECT " + "(".repeat(100_000) + "a";

        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void whenMinusesFollowEachOtherForEver_thenThatIsSaid() {
        String sql = "SELECT " + "- ".repeat(100_000) + "a FROM demo";

        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void whenAnExpressionIsTooLong_thenThatIsSaid() {
        String sql = "SELECT a" + " + a".repeat(100_000) + " FROM demo";

        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void whenATypeIsNestedTooDeeply_thenThatIsSaid() {
        String sql = "CREATE STREAM s (a " + "STRUCT(a ".repeat(100_000);

        assertThatThrownBy(() -> SqlParser.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("nested too deeply");
    }
}
