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
package io.haumea.sdk.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.state.StateContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionDefinitionTest {

    @Test
    void whenAScalarFunctionIsDescribed_thenItTellsAllOfItAndCanBeCalled() {
        ScalarFunction function =
                ScalarFunction.named("twice")
                        .summary("Twice the number.")
                        .example("twice(2) = 4")
                        .check(ArgumentCheck.count(1))
                        .returns(types -> types.get(0))
                        .call(arguments -> (Long) arguments[0] * 2);

        assertThat(function.name()).isEqualTo("twice");
        assertThat(function.summary()).isEqualTo("Twice the number.");
        assertThat(function.examples()).containsExactly("twice(2) = 4");
        assertThat(function.deterministic()).isTrue();
        assertThat(function.contextual()).isFalse();
        assertThat(function.check(List.of())).contains("The arguments for twice should be 1.");
        assertThat(function.resultType(List.of(DataType.BIGINT))).isEqualTo(DataType.BIGINT);
        assertThat(function.instantiate(new Place()).call(new Object[] {4L})).isEqualTo(8L);
    }

    @Test
    void whenNothingButTheNameIsGiven_thenAnythingGoes() {
        ScalarFunction function = ScalarFunction.named("any").call(arguments -> null);

        assertThat(function.check(List.of())).isEmpty();
        assertThat(function.resultType(List.of())).isEqualTo(DataType.ANY);
        assertThat(function.summary()).isEmpty();
        assertThat(function.examples()).isEmpty();
    }

    @Test
    void whenAFunctionAsksForItsPlace_thenEachPlaceHasItsOwnAndItIsNotDeterministic() {
        ScalarFunction function =
                ScalarFunction.named("where")
                        .returns(DataType.STRING)
                        .contextualCall(context -> arguments -> context.ruleId());

        assertThat(function.contextual()).isTrue();
        assertThat(function.deterministic()).isFalse();
        assertThat(function.instantiate(new Place()).call(new Object[0])).isEqualTo("rule");
        assertThat(ScalarFunction.named("x").nondeterministic().call(a -> null).deterministic())
                .isFalse();
    }

    @Test
    void whenArgumentsAreDescribed_thenTheyAreToldInOrder() {
        FunctionDefinition function =
                ScalarFunction.named("cut")
                        .parameter("text", "a text")
                        .optionalParameter("end", "where to end")
                        .repeatedParameter("more", "")
                        .example("cut(\"a\") = \"a\"")
                        .example("cut(\"ab\", 1) = \"a\"")
                        .call(arguments -> arguments[0]);

        assertThat(function.parameters())
                .containsExactly(
                        new Parameter("text", "a text", Parameter.Occurrence.ONCE),
                        new Parameter("end", "where to end", Parameter.Occurrence.OPTIONAL),
                        new Parameter("more", "", Parameter.Occurrence.REPEATED));
        assertThat(function.examples()).hasSize(2);
    }

    @Test
    void whenAFunctionKeepsWhatMakesItFaster_thenEachPlaceHasItsOwnAndItIsDeterministic() {
        ScalarFunction function =
                ScalarFunction.named("calls")
                        .callPerPlace(
                                () -> {
                                    long[] calls = new long[1];
                                    return arguments -> ++calls[0];
                                });
        ScalarCall one = function.instantiate(new Place());
        ScalarCall other = function.instantiate(new Place());

        assertThat(one.call(new Object[0])).isEqualTo(1L);
        assertThat(one.call(new Object[0])).isEqualTo(2L);
        assertThat(other.call(new Object[0])).isEqualTo(1L);
        assertThat(function.deterministic()).isTrue();
        assertThat(function.contextual()).isFalse();
    }

    @Test
    void whenAnAggregateIsDescribed_thenEachAccumulatorBeginsEmpty() {
        AggregateFunction function =
                AggregateFunction.named("rows")
                        .summary("Counts rows.")
                        .example("rows() = 2")
                        .check(ArgumentCheck.count(0))
                        .returns(DataType.BIGINT)
                        .accumulator(Rows::new);
        Accumulator first = function.newAccumulator();
        first.add(new Object[0]);

        assertThat(first.result()).isEqualTo(1L);
        assertThat(function.newAccumulator().result()).isEqualTo(0L);
        assertThat(function.deterministic()).isTrue();
        assertThat(function.name()).isEqualTo("rows");
        assertThat(function.summary()).isEqualTo("Counts rows.");
        assertThat(function.examples()).containsExactly("rows() = 2");
        assertThat(function.resultType(List.of())).isEqualTo(DataType.BIGINT);
        assertThat(function.check(List.of())).isEmpty();
    }

    private static final class Rows implements Accumulator {
        private long rows;

        @Override
        public void add(@Nullable Object[] arguments) {
            rows++;
        }

        @Override
        public Object result() {
            return rows;
        }

        @Override
        public Object save() {
            return rows;
        }

        @Override
        public void restore(@Nullable Object saved) {
            rows = saved instanceof Long kept ? kept : 0;
        }
    }

    private static final class Place implements FunctionContext {
        @Override
        public String ruleId() {
            return "rule";
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }

        @Override
        public RandomGenerator random() {
            return new Random(1);
        }

        @Override
        public StateContext state() {
            throw new AssertionError("no function here keeps state");
        }
    }
}
