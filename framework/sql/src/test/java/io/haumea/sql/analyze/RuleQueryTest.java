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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haumea.sql.error.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleQueryTest {

    private final TestStreams streams = new TestStreams("CREATE STREAM demo (a BIGINT) WITH ()");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "SELEC * FROM demo ~ SQL SELEC * FROM demo is not a select statement. (line 1,"
                        + " column 1). Did you mean 'SELECT'?",
                "DROP STREAM demo ~ SQL DROP STREAM demo is not a select statement. (line 1,"
                        + " column 1)",
                "SELECT a FROM dem ~ fail to get stream dem, please check if stream is created"
                        + " (line 1, column 15). Did you mean 'demo'?",
                "SELECT coutn(a) FROM demo ~ Parse SQL SELECT coutn(a) FROM demo error: there is no"
                        + " function coutn (line 1, column 8). Did you mean 'count'? (cannot get"
                        + " the plugin file name: invalid name coutn: not exist.)",
                "SELECT zzzzzzzzz(a) FROM demo ~ Parse SQL SELECT zzzzzzzzz(a) FROM demo error:"
                        + " there is no function zzzzzzzzz (line 1, column 8). Is its plugin"
                        + " installed? (cannot get the plugin file name: invalid name zzzzzzzzz:"
                        + " not exist.)",
            })
    void whenAQueryIsRefused_thenTheTextSaysWhereAndWhatMayHaveBeenMeant(
            String sql, String message) {
        // when
        SqlException refusal =
                catchThrowableOfType(
                        SqlException.class,
                        () ->
                                RuleQuery.plan(
                                        sql,
                                        AnalysisOptions.DEFAULTS,
                                        streams,
                                        new TestFunctions()));

        // then
        assertThat(RuleQuery.refusal(sql, refusal)).isEqualTo(message);
    }
}
