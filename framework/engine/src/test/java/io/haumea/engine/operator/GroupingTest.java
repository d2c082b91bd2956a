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

import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void whenKeysAreWholeAndFloat_thenEqualNumbersAreOneGroup() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select a, count(*) as c from demo group by a, tumblingwindow(ss, 1)");

        // when
        bench.send(Map.of("a", 1L)).send(Map.of("a", 1.0)).send(Map.of("a", 1.5));
        bench.send(Map.of("a", -0.0)).send(Map.of("a", 0L)).send("{}").send("{\"a\":null}");
        bench.at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"a\":1,\"c\":2},{\"a\":1.5,\"c\":1},{\"a\":-0,\"c\":2},{\"c\":2}]");
    }

    @Test
    void whenSeveralKeys_thenGroupsComeInTheOrderOfTheirFirstRows() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select a, b, sum(v) as s, v as first from demo"
                                + " group by a, b, tumblingwindow(ss, 1)");

        // when
        bench.send("{\"a\":\"z\",\"b\":1,\"v\":1}").send("{\"a\":\"a\",\"b\":1,\"v\":2}");
        bench.send("{\"a\":\"z\",\"b\":2,\"v\":3}").send("{\"a\":\"z\",\"b\":1,\"v\":4}");
        bench.at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"a\":\"z\",\"b\":1,\"first\":1,\"s\":5},"
                                + "{\"a\":\"a\",\"b\":1,\"first\":2,\"s\":2},"
                                + "{\"a\":\"z\",\"b\":2,\"first\":3,\"s\":3}]");
    }

    @Test
    void whenHavingIsWritten_thenGroupsArePassedOrNot() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select a, count(*) as c from demo group by a, tumblingwindow(ss, 1)"
                                + " having c > 1");

        // when
        bench.send("{\"a\":1}").send("{\"a\":2}").send("{\"a\":1}").at(1000);
        bench.send("{\"a\":1}").at(2000);

        // then
        assertThat(bench.results()).containsExactly("[{\"a\":1,\"c\":2}]");
    }

    @Test
    void whenHavingFails_thenTheErrorHasItsPrefix() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select max(a) as m from demo group by tumblingwindow(ss, 1)"
                                + " having m > 1");

        // when
        bench.send("{\"a\":\"x\"}").at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Having error: invalid operation string(x) \\u003e"
                                + " int64(1)\"}]");
    }

    @Test
    void whenKeyFails_thenTheErrorHasItsPrefix() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select count(*) as c from demo group by a * 2, tumblingwindow(ss, 1)");

        // when
        bench.send("{\"a\":\"x\"}").at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Group By error: invalid operation string(x) *"
                                + " int64(2)\"}]");
    }

    @Test
    void whenGroupsWithoutWindow_thenEachMessageIsAGroupOfOne() {
        // given
        RuleBench bench = RuleBench.schemaless("select a, count(*) as c from demo group by a");

        // when
        bench.send("{\"a\":1}").send("{\"a\":1}");

        // then
        assertThat(bench.results()).containsExactly("[{\"a\":1,\"c\":1}]", "[{\"a\":1,\"c\":1}]");
    }
}
