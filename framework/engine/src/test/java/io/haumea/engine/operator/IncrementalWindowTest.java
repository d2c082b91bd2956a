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

import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.plan.WindowTime;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** A window that keeps groups gives what a window that keeps rows gives. */
class IncrementalWindowTest {

    /** A message and the time since the one before. */
    record Input(int pauseMillis, String json) {}

    @Property(tries = 400)
    void whenRowsAreKeptOrNot_thenTheResultsAreTheSame(
            @ForAll("queries") String sql, @ForAll("inputs") List<Input> inputs) {
        // given
        RuleBench incremental = RuleBench.of(RuleBench.SCHEMALESS, sql, Plans.builtins());
        RuleBench keeping = RuleBench.of(RuleBench.SCHEMALESS, sql, unmergeable());
        long now = 0;

        // when
        for (Input input : inputs) {
            now += input.pauseMillis();
            incremental.at(now).send(input.json());
            keeping.at(now).send(input.json());
        }
        incremental.at(now + 9000);
        keeping.at(now + 9000);

        // then
        assertThat(incremental.results()).isEqualTo(keeping.results());
    }

    @Property(tries = 400)
    void whenRowsCarryTheirTime_thenTheResultsAreTheSameAlsoOutOfOrder(
            @ForAll("queries") String sql,
            @ForAll("inputs") List<Input> inputs,
            @ForAll @LongRange(max = 1500) long late) {
        // given
        AnalysisOptions options = new AnalysisOptions(new WindowTime.Event(late, 0), false);
        String stream = "CREATE STREAM demo () WITH (TIMESTAMP=\"ts\")";
        StreamsBench incremental = StreamsBench.of(sql, options, Plans.builtins(), stream);
        StreamsBench keeping = StreamsBench.of(sql, options, unmergeable(), stream);
        long now = 2000;
        // when
        for (Input input : inputs) {
            // Every third row is late to a degree.
            now += input.pauseMillis() % 3 == 1 ? -input.pauseMillis() : input.pauseMillis();
            String json = input.json().replace("}", ",\"ts\":" + now + "}");
            incremental.send("demo", json);
            keeping.send("demo", json);
        }
        String last = "{\"ts\":100000}";
        // then
        assertThat(incremental.send("demo", last).results())
                .isEqualTo(keeping.send("demo", last).results());
    }

    @Example
    void whenASlidingWindowHasManyBlocksOfRows_thenTheResultsAreTheSame() {
        // given
        String sql =
                "select count(*) as c, sum(a) as s, min(a) as m, max(b) as t from demo where a !="
                        + " 77 group by slidingwindow(ms, 1300)";
        RuleBench incremental = RuleBench.of(RuleBench.SCHEMALESS, sql, Plans.builtins());
        RuleBench keeping = RuleBench.of(RuleBench.SCHEMALESS, sql, unmergeable());
        long now = 0;
        // when: mostly dense, with a wrong value now and then, and gaps longer than a part of it
        for (int i = 0; i < 6000; i++) {
            now += i % 1700 == 0 ? 900 : i % 3;
            String b = i % 1900 == 0 ? "true" : i % 250 == 0 ? "null" : "\"t" + i % 97 + "\"";
            String json = "{\"a\":" + i * 7919 % 1009 + ",\"b\":" + b + "}";
            incremental.at(now).send(json);
            keeping.at(now).send(json);
        }
        // then
        assertThat(incremental.results()).isEqualTo(keeping.results());
    }

    @Example
    void whenAKeyFailsBeforeTheCondition_thenTheErrorIsThatOfTheConditionEitherWay() {
        // given
        String sql = "select count(*) as c from demo where b group by a % 2, tumblingwindow(ss, 1)";
        RuleBench incremental = RuleBench.of(RuleBench.SCHEMALESS, sql, Plans.builtins());
        RuleBench keeping = RuleBench.of(RuleBench.SCHEMALESS, sql, unmergeable());

        // when, then
        for (RuleBench bench : List.of(incremental, keeping)) {
            bench.send("{\"a\":\"x\",\"b\":true}").send("{\"a\":1,\"b\":2}").at(1000);
            assertThat(bench.results())
                    .containsExactly(
                            "[{\"error\":\"run Where error: invalid condition that returns non-bool"
                                    + " value float64(2)\"}]");
        }
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> where =
                Arbitraries.of(
                        "", " where a > 0", " where b", " where a > 0 and b", " where a/b>1");
        Arbitrary<String> keys = Arbitraries.of("", "k, ", "a % 2, ");
        Arbitrary<String> having = Arbitraries.of("", " having c > 1", " having s > 1");
        Arbitrary<String> order = Arbitraries.of("", " order by c desc", " order by first");
        Arbitrary<String> window =
                Arbitraries.of(
                        "tumblingwindow(ss, 1)",
                        "hoppingwindow(ss, 2, 1)",
                        "slidingwindow(ss, 1)",
                        "slidingwindow(ss, 3)",
                        "hoppingwindow(ms, 1500, 1000)",
                        "hoppingwindow(ss, 3, 1) filter(where k != \"q\" or isNull(k))");
        return Combinators.combine(where, keys, having, order, window)
                .as(
                        (w, k, h, o, win) ->
                                "select k, count(*) as c, sum(a) as s, max(a) as m, avg(a), a as"
                                        + " first from demo"
                                        + w
                                        + " group by "
                                        + k
                                        + win
                                        + h
                                        + o);
    }

    @Provide
    Arbitrary<List<Input>> inputs() {
        Arbitrary<String> a =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, Arbitraries.of("1", "2", "-3", "0.5", "4")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of("null", "\"x\"", "true")));
        Arbitrary<String> b = Arbitraries.of("true", "true", "false", "null", "2");
        Arbitrary<String> k = Arbitraries.of("\"p\"", "\"q\"", "1", "1.0", "null");
        Arbitrary<String> json =
                Combinators.combine(a, b, k)
                        .as((x, y, z) -> "{\"a\":" + x + ",\"b\":" + y + ",\"k\":" + z + "}");
        return Combinators.combine(Arbitraries.of(0, 0, 0, 1, 1, 100, 499, 500, 999, 1000), json)
                .as(Input::new)
                .list()
                .ofMaxSize(12);
    }

    /** The built-in functions, with aggregates that can't be merged. */
    private static List<FunctionDefinition> unmergeable() {
        return Plans.builtins().stream()
                .flatMap(
                        function ->
                                function instanceof AggregateFunction aggregate
                                        ? Stream.of(unmergeable(aggregate))
                                        : Stream.of(function))
                .toList();
    }

    private static FunctionDefinition unmergeable(AggregateFunction function) {
        return AggregateFunction.named(function.name())
                .check((name, arguments) -> function.check(arguments))
                .returns(function::resultType)
                .accumulator(() -> new Unmergeable(function.newAccumulator()));
    }

    private record Unmergeable(Accumulator real) implements Accumulator {
        @Override
        public void add(@Nullable Object[] arguments) {
            real.add(arguments);
        }

        @Override
        public @Nullable Object result() {
            return real.result();
        }

        @Override
        public @Nullable Object save() {
            return real.save();
        }

        @Override
        public void restore(@Nullable Object saved) {
            real.restore(saved);
        }
    }
}
