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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest {

    private static final String LEFT = "CREATE STREAM l () WITH ()";
    private static final String RIGHT = "CREATE STREAM r () WITH ()";
    private static final String THIRD = "CREATE STREAM t () WITH ()";
    private static final String WINDOW = " group by tumblingwindow(ss, 1)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inner join r on l.id = r.id | ap aq br",
                "inner join r on r.id = l.id | ap aq br",
                "left join r on l.id = r.id | ap aq br c",
                "left join r on r.id = l.id | ap aq br c",
                "right join r on l.id = r.id | ap aq br s",
                "full join r on l.id = r.id | ap aq br c s",
                "cross join r | ap aq ar as bp bq br bs cp cq cr cs",
                "inner join r on l.id < r.id | ar as bs cs",
                "inner join r on id = 1 and w = \"q\" | aq",
                "inner join r on l.id = r.id and w != \"p\" | aq br",
                "inner join r on l.id = r.id or v = \"c\" | ap aq br cp cq cr cs",
                "left join r on false | a b c",
                "left join r on l.none = r.none | a b c",
            })
    void whenTwoStreamsAreJoined_thenRowsAreThoseOfSql(String join, String pairs) {
        // given
        StreamsBench bench = StreamsBench.of("select v, w from l " + join + WINDOW, LEFT, RIGHT);
        // when
        bench.send("l", "{\"id\":1,\"v\":\"a\"}").send("r", "{\"id\":1,\"w\":\"p\"}");
        bench.send("l", "{\"id\":2,\"v\":\"b\"}").send("r", "{\"id\":1,\"w\":\"q\"}");
        bench.send("l", "{\"id\":3,\"v\":\"c\"}").send("r", "{\"id\":2,\"w\":\"r\"}");
        bench.send("r", "{\"id\":4,\"w\":\"s\"}").at(1000);
        // then
        assertThat(bench.results())
                .singleElement()
                .extracting(
                        json ->
                                json.replaceAll("\"[vw]\":\"(.)\"", "$1")
                                        .replaceAll("[\\[{\\]]|(?<=[a-z]),(?=[a-z])", "")
                                        .replaceAll("[},]+", " ")
                                        .strip())
                .isEqualTo(pairs);
    }

    @Test
    void whenNothingMatches_thenNothingIsEmitted() {
        StreamsBench bench =
                StreamsBench.of(
                        "select * from l inner join r on l.id = r.id" + WINDOW, LEFT, RIGHT);

        bench.send("l", "{\"id\":1}").send("r", "{\"id\":2}").at(1000);

        assertThat(bench.results()).isEmpty();
    }

    @Test
    void whenTypesDontCompare_thenTheWindowIsOneErrorThoughOtherPairsMatch() {
        StreamsBench bench =
                StreamsBench.of(
                        "select * from l inner join r on l.id = r.id" + WINDOW, LEFT, RIGHT);

        bench.send("l", "{\"id\":1}").send("r", "{\"id\":1}").send("r", "{\"id\":\"1\"}").at(1000);

        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Join error: invalid operation float64(1) ="
                                + " string(1)\"}]");
    }

    @Test
    void whenThreeStreamsAreJoined_thenEachJoinWorksOnTheRowsSoFar() {
        StreamsBench bench =
                StreamsBench.of(
                        "select a, b, c from l left join r on l.id = r.id full join t on r.id ="
                                + " t.id"
                                + WINDOW,
                        LEFT,
                        RIGHT,
                        THIRD);

        bench.send("l", "{\"id\":1,\"a\":1}").send("l", "{\"id\":2,\"a\":2}");
        bench.send("r", "{\"id\":1,\"b\":3}").send("t", "{\"id\":1,\"c\":4}");
        bench.send("t", "{\"id\":9,\"c\":5}").at(1000);

        assertThat(bench.results())
                .containsExactly("[{\"a\":1,\"b\":3,\"c\":4},{\"a\":2},{\"c\":5}]");
    }

    @Test
    void whenAStreamIsJoinedWithItself_thenBothSidesHaveAllItsRows() {
        StreamsBench bench =
                StreamsBench.of(
                        "select x.id as x, y.id as y from l as x inner join l as y on x.id < y.id"
                                + WINDOW,
                        LEFT);

        bench.send("l", "{\"id\":1}").send("l", "{\"id\":2}").send("l", "{\"id\":3}").at(1000);

        assertThat(bench.results())
                .containsExactly("[{\"x\":1,\"y\":2},{\"x\":1,\"y\":3},{\"x\":2,\"y\":3}]");
    }

    @Test
    void whenStarsAreSelected_thenTheFirstStreamWinsAndAMissingOneGivesNothing() {
        String typed = "CREATE STREAM r (id BIGINT, w STRING) WITH ()";
        String join = " from l full join r on l.id = r.id" + WINDOW;
        StreamsBench all = StreamsBench.of("select *" + join, LEFT, typed);
        StreamsBench right = StreamsBench.of("select r.*" + join, LEFT, typed);
        for (StreamsBench bench : new StreamsBench[] {all, right}) {
            bench.send("l", "{\"id\":1,\"w\":\"left\"}").send("r", "{\"id\":1,\"w\":\"right\"}");
            bench.send("l", "{\"id\":2}").send("r", "{\"id\":3,\"w\":\"z\"}").at(1000);
        }
        assertThat(all.results())
                .containsExactly("[{\"id\":1,\"w\":\"left\"},{\"id\":2},{\"id\":3,\"w\":\"z\"}]");
        assertThat(right.results())
                .containsExactly("[{\"id\":1,\"w\":\"right\"},{},{\"id\":3,\"w\":\"z\"}]");
    }

    @Test
    void whenAnExpressionHasAnAlias_thenItIsComputedOnTheJoinedRowAndUsableEverywhere() {
        StreamsBench bench =
                StreamsBench.of(
                        "select l.a + r.b as s, isNull(r.b) as n from l left join r on k = r.id"
                                + " where n or s > 10"
                                + WINDOW
                                + " order by s desc",
                        LEFT,
                        RIGHT);
        StreamsBench inOn =
                StreamsBench.of(
                        "select l.id * 10 as k, r.id as o from l inner join r on k = r.id"
                                + " group by tumblingwindow(ss, 1) filter(where k != 20)",
                        LEFT,
                        RIGHT);

        bench.send("l", "{\"k\":1,\"a\":1}").send("l", "{\"k\":2,\"a\":2}");
        bench.send("r", "{\"id\":1,\"b\":10}").send("r", "{\"id\":1,\"b\":1}").at(1000);
        inOn.send("l", "{\"id\":1}").send("r", "{\"id\":10}").at(1000);

        assertThat(bench.results())
                .containsExactly("[{\"n\":false,\"s\":11},{\"n\":true,\"s\":null}]");
        assertThat(inOn.results()).containsExactly("[{\"k\":10,\"o\":10}]");
    }

    @Test
    void whenMetadataIsRead_thenTheQualifierSaysOfWhichMessage() {
        StreamsBench bench =
                StreamsBench.of(
                        "select mqtt(l.topic) as a, mqtt(r.topic) as b, meta(topic) as c from l"
                                + " cross join r"
                                + WINDOW,
                        LEFT,
                        RIGHT);

        bench.send("l", "{}", Map.of("topic", "x")).send("r", "{}", Map.of("topic", "y")).at(1000);

        assertThat(bench.results()).containsExactly("[{\"a\":\"x\",\"b\":\"y\",\"c\":\"x\"}]");
    }

    @Test
    void whenJoinedRowsAreGrouped_thenAggregatesSeeEveryPair() {
        StreamsBench bench =
                StreamsBench.of(
                        "select l.id, count(*) as c, max(w) as m from l inner join r on l.id = r.id"
                                + " group by l.id, slidingwindow(ss, 1) having c > 1",
                        LEFT,
                        RIGHT);

        bench.send("l", "{\"id\":1}").send("r", "{\"id\":1,\"w\":5}");
        bench.at(100).send("r", "{\"id\":1,\"w\":7}");

        assertThat(bench.results()).containsExactly("[{\"c\":2,\"id\":1,\"m\":7}]");
    }

    @Test
    void whenHavingHasTheOnlyAggregate_thenJoinedRowsPassOneByOne() {
        StreamsBench bench =
                StreamsBench.of(
                        "select l.id from l cross join r" + WINDOW + " having l.id < max(l.id)",
                        LEFT,
                        RIGHT);

        bench.send("l", "{\"id\":1}").send("l", "{\"id\":2}").send("r", "{}").at(1000);

        assertThat(bench.results()).containsExactly("[{\"id\":1}]");
    }
}
