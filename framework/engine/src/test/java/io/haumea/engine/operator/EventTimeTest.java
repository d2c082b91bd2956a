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

import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.plan.WindowTime;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final String LEFT = "CREATE STREAM l () WITH (TIMESTAMP=\"ts\")";
    private static final String RIGHT = "CREATE STREAM r () WITH (TIMESTAMP=\"ts\")";
    private static final String JOIN =
            "select x, y from l full join r on x = y group by tumblingwindow(ss, 1)";

    private static StreamsBench withIdleTimeout(long millis) {
        WindowTime time = new WindowTime.Event(0, millis);
        return StreamsBench.of(JOIN, new AnalysisOptions(time, false), 0, LEFT, RIGHT);
    }

    @Test
    void whenAStreamIsSilent_thenItHoldsTheOthersUnlessATimeoutIsSet() {
        // given
        StreamsBench holding = withIdleTimeout(0);
        StreamsBench going = withIdleTimeout(500);
        for (StreamsBench bench : new StreamsBench[] {holding, going}) {
            // when
            bench.at(10).send("l", "{\"x\":1,\"ts\":500}").send("r", "{\"y\":1,\"ts\":600}");
            bench.at(400).send("l", "{\"x\":2,\"ts\":1500}");
            // then
            assertThat(bench.results()).isEmpty();
            bench.at(600);
        }
        assertThat(holding.results()).isEmpty();
        assertThat(going.results()).containsExactly("[{\"x\":1,\"y\":1}]");
        // a row that comes back too late is dropped, one in time is not
        going.at(700).send("r", "{\"y\":7,\"ts\":900}").send("r", "{\"y\":8,\"ts\":1600}");
        going.send("l", "{\"x\":8,\"ts\":2100}").send("r", "{\"y\":0,\"ts\":2100}");
        assertThat(going.results()).containsExactly("[{\"x\":2},{\"y\":8}]");
    }

    @Test
    void whenAStreamHasNeverSentAnything_thenItDoesNotHoldTheOthersForEverEither() {
        StreamsBench bench = withIdleTimeout(500);

        bench.at(100).send("l", "{\"x\":1,\"ts\":500}").send("l", "{\"x\":2,\"ts\":1500}");

        assertThat(bench.results()).isEmpty();
        assertThat(bench.at(500).results()).containsExactly("[{\"x\":1}]");
    }

    @Test
    void whenAMessageHasNoUsableTime_thenItIsAnErrorAndNotInTheWindow() {
        StreamsBench bench =
                StreamsBench.eventTime("select x from l group by tumblingwindow(ss, 1)", 0, LEFT);

        bench.send("l", "{\"x\":1}").send("l", "{\"x\":1,\"ts\":true}");
        bench.send("l", "{\"x\":2,\"ts\":\"1970-01-01T00:00:00.500Z\"}");
        bench.send("l", "{\"x\":3,\"ts\":1001}");

        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"cannot find timestamp field ts in tuple map[x:1]\"}]",
                        "[{\"error\":\"cannot convert timestamp field ts to timestamp with error"
                                + " unsupported type to convert to timestamp true\"}]",
                        "[{\"x\":2}]");
    }

    @Test
    void whenTheTimestampIsAnAlias_thenItsExpressionIsTheTime() {
        String sql =
                "select x, s * 1000 as ts from l group by tumblingwindow(ss, 1) filter(where ts >"
                        + " 0)";
        StreamsBench bench = StreamsBench.eventTime(sql, 0, LEFT);

        bench.send("l", "{\"x\":1,\"s\":0.5}").send("l", "{\"x\":2,\"s\":1.5}");

        assertThat(bench.results()).containsExactly("[{\"ts\":500,\"x\":1}]");
    }
}
