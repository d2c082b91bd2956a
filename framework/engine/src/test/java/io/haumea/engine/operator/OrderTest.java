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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    private static String sql(String keys) {
        return "select a, b from demo group by tumblingwindow(ss, 1) order by " + keys;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a ~ 1/1 1/2 2/3 -/4 -/5",
                "a desc ~ 2/3 1/1 1/2 -/4 -/5",
                "a, b desc ~ 1/2 1/1 2/3 -/4 -/5",
            })
    void whenSorted_thenEqualOnesKeepTheirOrderAndNullIsLast(String keys, String expected) {
        // given
        RuleBench bench = RuleBench.schemaless(sql(keys));

        // when
        bench.send("{\"a\":1,\"b\":1}").send("{\"b\":4}").send("{\"a\":1,\"b\":2}");
        bench.send("{\"a\":2,\"b\":3}").send("{\"a\":null,\"b\":5}").at(1000);

        // then
        String rows =
                expected.lines()
                        .flatMap(line -> List.of(line.split(" ")).stream())
                        .map(OrderTest::row)
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(bench.results()).containsExactly(rows);
    }

    private static String row(String ab) {
        String[] parts = ab.split("/", -1);
        String a = parts[0].equals("-") ? "" : "\"a\":" + parts[0] + ",";
        return "{" + a + "\"b\":" + parts[1] + "}";
    }

    @Test
    void whenTextsAreSorted_thenByTheirBytes() {
        // given: in UTF-16 the emoji would come before the full-width letter
        RuleBench bench = RuleBench.schemaless(sql("a"));

        // when
        bench.send("{\"a\":\"\ud83d\ude00\"}").send("{\"a\":\"\uff21\"}").send("{\"a\":\"Z\"}");
        bench.at(1000);

        // then
        assertThat(bench.results())
                .containsExactly("[{\"a\":\"Z\"},{\"a\":\"\uff21\"},{\"a\":\"\ud83d\ude00\"}]");
    }

    @Test
    void whenTypesAreMixed_thenTheErrorNamesThem() {
        // given
        RuleBench bench = RuleBench.schemaless(sql("a"));

        // when
        bench.send("{\"a\":1}").send("{\"a\":\"x\"}").at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Order By error: incompatible types for comparison:"
                                + " float64 and string\"}]");
    }

    @Test
    void whenValuesHaveNoOrder_thenOneRowIsEnoughForTheError() {
        // given
        RuleBench bench = RuleBench.schemaless(sql("a"));

        // when
        bench.send("{\"a\":[1]}").at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Order By error: incompatible types for comparison:"
                                + " []interface {} and []interface {}\"}]");
    }

    @Test
    void whenWholeAndFloatNumbersAreCloserThanAFloatCanTell_thenTheOrderIsStillOne() {
        // given: 2^53 as a float equals 2^53 and 2^53+1 rounded, so comparing by rounding is no
        // order
        RuleBench bench = RuleBench.schemaless(sql("a"));
        long base = 1L << 53;
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(base + 39 - i);
            numbers.add((double) base + 2 * (i % 20));
        }

        // when
        numbers.forEach(number -> bench.send(Map.of("a", number)));
        bench.at(1000);

        // then
        String result = bench.results().get(0);
        List<Long> sorted =
                Pattern.compile("[0-9]+")
                        .matcher(result)
                        .results()
                        .map(number -> Long.parseLong(number.group()))
                        .toList();
        assertThat(sorted).hasSize(80).isSorted();
    }
}
