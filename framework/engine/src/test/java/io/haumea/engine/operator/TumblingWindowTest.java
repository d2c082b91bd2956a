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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TumblingWindowTest {

    private static final String ROWS = "select a from demo group by tumblingwindow(ss, 1)";
    private static final String COUNT =
            "select count(*) as c, a from demo group by tumblingwindow(ss, 1)";

    @Test
    void whenRowComesExactlyAtTheEnd_thenItBelongsToTheNextWindow() {
        for (String sql : new String[] {ROWS, COUNT}) {
            // given
            RuleBench bench = RuleBench.schemaless(sql);

            // when
            bench.at(999).send("{\"a\":1}").at(1000).send("{\"a\":2}").at(2000);

            // then
            assertThat(bench.results()).hasSize(2);
            assertThat(bench.results().get(0)).contains("\"a\":1");
            assertThat(bench.results().get(1)).contains("\"a\":2");
        }
    }

    @Test
    void whenRuleStartsAtAnOddTime_thenWindowsAreCountedFromThere() {
        // given
        RuleBench bench = RuleBench.startedAt(12_345, ROWS);

        // when
        bench.at(13_344).send("{\"a\":1}").at(13_345).send("{\"a\":2}").at(14_344);

        // then
        assertThat(bench.results()).containsExactly("[{\"a\":1}]");
        assertThat(bench.at(14_345).results()).containsExactly("[{\"a\":1}]", "[{\"a\":2}]");
    }

    @Test
    void whenManyWindowsPass_thenEndsDontDrift() {
        // given
        RuleBench bench = RuleBench.startedAt(7, COUNT);

        // when: one row just before and one just after each of many ends, with long gaps
        for (long end = 1_007; end < 500_000; end += 7_000) {
            bench.at(end - 1).send("{\"a\":1}").at(end).send("{\"a\":2}");
        }
        bench.at(1_000_000);

        // then
        assertThat(bench.results()).hasSize(2 * 72);
        assertThat(bench.results()).allMatch(result -> result.contains("\"c\":1"));
    }

    @Test
    void whenNothingComes_thenNothingIsEmittedAndNoTimerIsArmed() {
        // given
        RuleBench bench = RuleBench.schemaless(COUNT);

        // when
        bench.at(10_000).send("{\"a\":1}").at(20_000);

        // then
        assertThat(bench.results()).containsExactly("[{\"a\":1,\"c\":1}]");
        assertThat(bench.armedTimers()).isZero();
    }

    @Test
    void whenAllRowsAreFilteredAway_thenNothingIsEmitted() {
        // given
        RuleBench kept =
                RuleBench.schemaless(
                        "select a from demo where a > 5 group by tumblingwindow(ss, 1)");
        RuleBench incremental =
                RuleBench.schemaless(
                        "select sum(a) from demo where a > 5 group by tumblingwindow(ss, 1)");

        // when, then
        assertThat(kept.send("{\"a\":1}").at(1000).results()).isEmpty();
        assertThat(incremental.send("{\"a\":1}").at(1000).results()).isEmpty();
    }

    @Test
    void whenErrorEventReachesTheWindow_thenItGoesOnAtOnceAndIsNotCounted() {
        // given
        RuleBench bench =
                RuleBench.of(
                        "CREATE STREAM demo (a BIGINT) WITH (DATASOURCE=\"d\")",
                        "select count(*) from demo group by tumblingwindow(ss, 1)");

        // when
        bench.send("{\"a\":1}").send("{\"a\":\"bad\"}");

        // then
        String error =
                "[{\"error\":\"error in preprocessor: invalid data type for a, expect bigint but"
                        + " found string(bad)\"}]";
        assertThat(bench.results()).containsExactly(error);
        assertThat(bench.at(1000).results()).containsExactly(error, "[{\"count\":1}]");
    }

    @Test
    void whenOneRowFails_thenTheWholeWindowIsOneErrorAndTheNextIsFine() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select sum(a) from demo where a > 0 group by tumblingwindow(ss, 1)");

        // when
        bench.send("{\"a\":1}").send("{\"a\":\"x\"}").send("{\"a\":2}");
        bench.at(1500).send("{\"a\":3}").at(2000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Where error: invalid operation string(x) \\u003e"
                                + " int64(0)\"}]",
                        "[{\"sum\":3}]");
    }

    @Test
    void whenAggregatesHaveNamesAndThereAreNoKeys_thenErrorsBeforeThemAreWrappedAsInKuiper() {
        for (String window : new String[] {"tumblingwindow(ss, 1)", "countwindow(1)"}) {
            // given
            RuleBench bench =
                    RuleBench.schemaless(
                            "select sum(a) as s from demo where a > 0 group by " + window);
            // when
            bench.send("{\"a\":\"x\"}").at(1000);
            // then
            assertThat(bench.results())
                    .containsExactly(
                            "[{\"error\":\"run Aggregate function alias error: invalid input"
                                    + " *errors.errorString(run Where error: invalid operation"
                                    + " string(x) \\u003e int64(0))\"}]");
        }
    }

    @Test
    void whenFilterIsWritten_thenItWorksBeforeTheWindow() {
        // given
        RuleBench bench =
                RuleBench.schemaless(
                        "select count(*) as c from demo"
                                + " group by tumblingwindow(ss, 1) filter(where a > 1)");

        // when
        bench.send("{\"a\":1}").send("{\"a\":2}").send("{\"a\":3}").at(1000);

        // then
        assertThat(bench.results()).containsExactly("[{\"c\":2}]");
    }

    @Test
    void whenAccumulatorFails_thenOnlyTheWindowOfTheFailureIsAnError() {
        // given
        AggregateFunction bad = AggregateFunction.named("bad").accumulator(Failing::new);
        RuleBench bench =
                RuleBench.schemaless(
                        "select bad(a) as x from demo group by tumblingwindow(ss, 1)", bad);

        // when
        bench.send("{\"a\":\"so\"}").at(1000).send("{\"a\":\"no\"}").at(2000);
        bench.send("{\"a\":\"result\"}").at(3000).send("{\"a\":\"fine\"}").at(4000);

        // then
        String prefix = "[{\"error\":\"run Select error: call func bad error: ";
        assertThat(bench.results())
                .containsExactly(
                        prefix + "java.lang.StackOverflowError\"}]",
                        prefix + "not this\"}]",
                        prefix + "java.lang.StackOverflowError\"}]",
                        "[{\"x\":\"fine\"}]");
    }

    @Test
    void whenAccumulatorCannotBeMade_thenTheWindowIsAnError() {
        // given: the planner makes one, to look at it
        int[] made = new int[1];
        AggregateFunction bad =
                AggregateFunction.named("bad")
                        .accumulator(
                                () -> {
                                    if (made[0]++ > 0) {
                                        throw new NoClassDefFoundError("x/Y");
                                    }
                                    return new Failing();
                                });
        RuleBench bench =
                RuleBench.schemaless(
                        "select bad(a) as x from demo group by tumblingwindow(ss, 1)", bad);

        // when
        bench.send("{\"a\":1}").at(1000);

        // then
        assertThat(bench.results())
                .containsExactly(
                        "[{\"error\":\"run Select error: call func bad error:"
                                + " java.lang.NoClassDefFoundError: x/Y\"}]");
    }

    /** Fails where its argument says so. */
    private static final class Failing implements Accumulator {
        private @Nullable Object last;

        @Override
        public void add(@Nullable Object[] arguments) {
            last = arguments[0];
            if ("so".equals(last)) {
                throw new StackOverflowError();
            }
            if ("no".equals(last)) {
                throw new HaumeaException(ErrorCode.INVALID_ARGUMENT, "not this");
            }
        }

        @Override
        public @Nullable Object result() {
            if ("result".equals(last)) {
                throw new StackOverflowError();
            }
            return last;
        }

        @Override
        public @Nullable Object save() {
            return null;
        }

        @Override
        public void restore(@Nullable Object saved) {}
    }
}
