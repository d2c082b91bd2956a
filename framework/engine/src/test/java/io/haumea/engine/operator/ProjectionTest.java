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

import io.haumea.sdk.function.ScalarFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static final String TYPED =
            "CREATE STREAM demo (a BIGINT, b FLOAT, c STRING) WITH (DATASOURCE=\"d\")";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select a, b from demo ~ {\"a\":1,\"b\":\"x\"} ~ [{\"a\":1,\"b\":\"x\"}]",
                "select aa, AA from demo ~ {\"Aa\":3} ~ [{\"AA\":3,\"aa\":3}]",
                "select a+1, b+1 from demo ~ {\"b\":1} ~ [{\"rengine_field_1\":2}]",
                "select a+b from demo ~ {\"b\":1} ~ [{}]",
                "select a as x, b as y from demo ~ {\"b\":1} ~ [{\"x\":null,\"y\":1}]",
                "select a, a, A, b as a from demo ~ {\"a\":1,\"b\":2} ~ [{\"A\":2,\"a\":2}]",
                "select d->x, d->X as y from demo ~ {\"d\":{\"X\":1}}"
                        + " ~ [{\"rengine_field_0\":1,\"y\":1}]",
                "select * from demo ~ {\"b\":1,\"A\":{\"x\":[1,null]}} ~"
                        + " [{\"A\":{\"x\":[1,null]},\"b\":1}]",
                "select * from demo ~ {} ~ [{}]",
                "select demo.*, a+1 as n from demo ~ {\"a\":1} ~ [{\"a\":1,\"n\":2}]",
                "select a from demo ~ {\"a\":9007199254740993} ~ [{\"a\":9007199254740993}]",
                "select a+0 as x from demo ~ {\"a\":9007199254740993}"
                        + " ~ [{\"x\":9007199254740992}]",
                "select a from demo where a > 1 ~ {\"a\":2} ~ [{\"a\":2}]",
                "select b as q from demo where q = 2 ~ {\"b\":2} ~ [{\"q\":2}]",
                "select a from demo where a ~ {\"a\":1} ~ [{\"error\":\"run Where error: invalid"
                        + " condition that returns non-bool value float64(1)\"}]",
                "select a from demo where a > 1 ~ {\"a\":\"x\"} ~ [{\"error\":\"run Where error:"
                        + " invalid operation string(x) \\u003e int64(1)\"}]",
                "select a*2 from demo ~ {\"a\":\"x\"} ~ [{\"error\":\"run Select error: invalid"
                        + " operation string(x) * int64(2)\"}]",
                "select a*2 as q from demo ~ {\"a\":\"x\"}"
                        + " ~ [{\"error\":\"invalid operation string(x) * int64(2)\"}]",
                "select count(*) as c, a from demo ~ {\"a\":7} ~ [{\"a\":7,\"c\":1}]",
            })
    void whenOneMessage_thenOneResult(String sql, String message, String result) {
        // when
        RuleBench bench = RuleBench.schemaless(sql).send(message);

        // then
        assertThat(bench.results()).containsExactly(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select a, b, c, a+1, a/2 from demo ~ {\"A\":3.7,\"b\":\"1.5\",\"c\":\"x\",\"d\":1}"
                        + " ~ [{\"a\":3,\"b\":1.5,\"c\":\"x\",\"rengine_field_0\":4,"
                        + "\"rengine_field_1\":1}]",
                "select * from demo ~ {\"C\":\"x\",\"b\":1,\"A\":1,\"d\":1}"
                        + " ~ [{\"a\":1,\"b\":1,\"c\":\"x\"}]",
                "select a/2 as h from demo ~ {\"a\":3,\"b\":1,\"c\":\"x\"} ~ [{\"h\":1}]",
                "select c from demo ~ {\"a\":null,\"b\":1,\"c\":\"x\"} ~ [{\"error\":\"error in"
                        + " preprocessor: invalid data type for a, expect bigint but found"
                        + " \\u003cnil\\u003e(\\u003cnil\\u003e)\"}]",
                "select c from demo ~ {\"b\":1,\"c\":\"x\"} ~ [{\"error\":\"error in preprocessor:"
                        + " invalid data map[b:%!s(float64=1) c:x], field a not found\"}]",
            })
    void whenColumnsAreDeclared_thenTheyAreConverted(String sql, String message, String result) {
        assertThat(RuleBench.once(TYPED, sql, message)).containsExactly(result);
    }

    @Test
    void whenWhereIsNullOrFalse_thenNothingComes() {
        // given
        RuleBench bench = RuleBench.schemaless("select a from demo where a > 1 and ok");

        // when
        bench.send("{\"a\":2}").send("{\"a\":0,\"ok\":true}").send("{\"a\":2,\"ok\":true}");

        // then
        assertThat(bench.results()).containsExactly("[{\"a\":2}]");
    }

    @Test
    void whenAliasedExpressionFails_thenTheNextMessageIsNotTouched() {
        // given
        RuleBench bench = RuleBench.schemaless("select a+1 as x, b+1 as y from demo");

        // when
        bench.send("{\"a\":1,\"b\":\"q\"}").send("{\"b\":1}");

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"invalid operation string(q) + int64(1)\"}]",
                        "[{\"x\":null,\"y\":2}]");
    }

    @Test
    void whenFunctionThrowsWhatever_thenThatRowIsAnError() {
        // given
        ScalarFunction bad =
                ScalarFunction.named("bad")
                        .call(
                                arguments -> {
                                    if ("so".equals(arguments[0])) {
                                        throw new StackOverflowError();
                                    }
                                    if ("link".equals(arguments[0])) {
                                        throw new NoClassDefFoundError("x/Y");
                                    }
                                    if ("assert".equals(arguments[0])) {
                                        throw new AssertionError("no");
                                    }
                                    throw new IllegalStateException("broken");
                                });
        RuleBench bench = RuleBench.schemaless("select bad(a) from demo", bad);

        // when
        bench.send(Map.of("a", "so")).send(Map.of("a", "link"));
        bench.send(Map.of("a", "assert")).send(Map.of("a", "x"));

        // then
        String prefix = "[{\"error\":\"run Select error: call func bad error: ";
        assertThat(bench.results())
                .containsExactly(
                        prefix + "java.lang.StackOverflowError\"}]",
                        prefix + "java.lang.NoClassDefFoundError: x/Y\"}]",
                        prefix + "java.lang.AssertionError: no\"}]",
                        prefix + "java.lang.IllegalStateException: broken\"}]");
    }
}
