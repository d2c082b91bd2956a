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
package io.haumea.builtin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.MergeableAccumulator;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateFunctionsTest {

    private static final ExactNumber EXACT = ExactNumber.of("9007199254740993");

    static Stream<Arguments> results() {
        return Stream.of(
                results("count", values(), 0L),
                results("count", values(null, null), 0L),
                results("count", values(1L, null, "x", true), 3L),
                results("sum", values(null, null), null),
                results("sum", values(1L, null, 4L, -7L), -2L),
                results("sum", values(1.0, 2.5), 3.5),
                results("sum", values(EXACT, 1.0), 9007199254740992.0 + 1),
                results("sum", values(Long.MAX_VALUE, 1L, -1L), Long.MAX_VALUE),
                results("sum", values(Long.MIN_VALUE, -1L, 1L), Long.MIN_VALUE),
                results("avg", values(null, null), null),
                results("avg", values(1L, 2L), 1L),
                results("avg", values(-1L, -2L), -1L),
                results("avg", values(1.0, null, 4.0), 2.5),
                results("avg", values(Long.MAX_VALUE, Long.MAX_VALUE, 4L), 6148914691236517206L),
                results("avg", values(Long.MIN_VALUE, Long.MIN_VALUE), Long.MIN_VALUE),
                results("min", values(null, null), null),
                results("min", values(3L, null, 1L, 2L), 1L),
                results("min", values(2.5, -1.5), -1.5),
                results("min", values("b", "a", "c"), "a"),
                results("min", values("\uFFFD", "😀"), "\uFFFD"),
                results("max", values(null, null), null),
                results("max", values(3L, 1L, null, 7L), 7L),
                results("max", values(EXACT, 1.0), 9007199254740992.0),
                results("max", values("b", "a", "c"), "c"),
                results("max", values("\uFFFD", "😀"), "😀"),
                results("max", values(1.0, Double.NaN, 2.0), Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("results")
    void whenValuesAreTakenIn_thenTheResultIsTheSameInOnePieceMergedAndRestored(
            String name, List<@Nullable Object> values, @Nullable Object result) {
        assertThat(over(function(name)::newAccumulator, values).result()).isEqualTo(result);
        for (int cut = 0; cut <= values.size(); cut++) {
            assertThat(merged(name, values, cut).result()).isEqualTo(result);
            assertThat(restored(name, values, cut).result()).isEqualTo(result);
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                results("sum", values(2L, "ddd"), "requires int but found string(ddd)"),
                results("sum", values(1.0, "2"), "requires float64 but found string(2)"),
                results("sum", values(1.0, 2L), "requires float64 but found int(2)"),
                results(
                        "sum",
                        values(true),
                        "run sum function error: found invalid arg bool(true)"),
                results("sum", values("x"), "run sum function error: found invalid arg string(x)"),
                results(
                        "avg",
                        values(null, "x"),
                        "run avg function error: found invalid arg string(x)"),
                results(
                        "max",
                        values(List.of(1.0, "a")),
                        "run max function error: found invalid arg []interface {}([1 a])"),
                results("max", values("a", 1.5), "requires string but found float64(1.5)"),
                results("min", values(1L, 1.5), "requires int but found float64(1.5)"),
                results("min", values(1L, true), "requires int but found bool(true)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whenAValueDoesNotFit_thenTheErrorSaysSoWhereverStateWasRestored(
            String name, List<@Nullable Object> values, String message) {
        for (int cut = 0; cut <= values.size(); cut++) {
            int place = cut;
            assertThatThrownBy(() -> restored(name, values, place))
                    .isInstanceOf(HaumeaException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void whenAMergedPartDoesNotFit_thenTheErrorNamesItsFirstValue() {
        assertThatThrownBy(() -> merged("max", values(1L, 2.5, 9.5), 1))
                .hasMessage("requires int but found float64(2.5)");
        assertThatThrownBy(() -> merged("sum", values(1L, 2.5, 9.5), 1))
                .hasMessage("requires int but found float64(2.5)");
    }

    @Test
    void whenASumOfWholeNumbersIsTooGreat_thenTheResultIsAnError() {
        Accumulator sum = merged("sum", values(Long.MAX_VALUE, Long.MAX_VALUE), 1);

        assertThatThrownBy(sum::result)
                .isInstanceOf(HaumeaException.class)
                .hasMessage(
                        "run sum function error: the sum 18446744073709551614 is beyond the range"
                                + " of bigint");
    }

    @Test
    void whenCountHasOnlyTheStar_thenItCountsRows() {
        Accumulator count = function("count").newAccumulator();
        count.add(new Object[] {"*"});
        count.add(new Object[] {});

        assertThat(count.result()).isEqualTo(2L);
    }

    @ParameterizedTest
    @CsvSource({"sum", "avg", "min", "max"})
    void whenArgumentsAreWrong_thenTheCheckSaysSo(String name) {
        FunctionDefinition function = function(name);
        String wrongType =
                "Expect number - float or int type for 1 parameter of function " + name + ".";

        assertThat(function.check(List.of()))
                .contains("The arguments for " + name + " should be 1.");
        assertThat(function.check(List.of(literal(DataType.STRING, "x")))).contains(wrongType);
        assertThat(function.check(List.of(new Argument(Argument.Kind.STAR, DataType.ANY, null))))
                .contains(wrongType);
        assertThat(function.check(List.of(literal(DataType.FLOAT, 1.5)))).isEmpty();
        assertThat(
                        function.check(
                                List.of(
                                        new Argument(
                                                Argument.Kind.EXPRESSION, DataType.ANY, null))))
                .isEmpty();
    }

    @Test
    void whenCountIsChecked_thenAnySingleArgumentIsFine() {
        FunctionDefinition count = function("count");

        assertThat(count.check(List.of(new Argument(Argument.Kind.STAR, DataType.ANY, null))))
                .isEmpty();
        assertThat(count.check(List.of(literal(DataType.STRING, "x")))).isEmpty();
        assertThat(count.check(List.of())).contains("The arguments for count should be 1.");
    }

    @Test
    void whenTypesAreKnown_thenSoIsTheTypeOfTheResult() {
        assertThat(function("count").resultType(List.of(DataType.ANY))).isEqualTo(DataType.BIGINT);
        assertThat(function("avg").resultType(List.of(DataType.BIGINT))).isEqualTo(DataType.BIGINT);
        assertThat(function("sum").resultType(List.of(DataType.FLOAT))).isEqualTo(DataType.FLOAT);
        assertThat(function("sum").resultType(List.of(DataType.STRING))).isEqualTo(DataType.ANY);
        assertThat(function("max").resultType(List.of(DataType.STRING))).isEqualTo(DataType.STRING);
        assertThat(function("max").resultType(List.of(DataType.ANY))).isEqualTo(DataType.ANY);
    }

    private static Arguments results(
            String name, List<@Nullable Object> values, @Nullable Object result) {
        return Arguments.of(name, values, result);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return values == null ? List.of() : Arrays.asList(values);
    }

    private static Argument literal(DataType type, Object value) {
        return new Argument(Argument.Kind.LITERAL, type, value);
    }

    private static AggregateFunction function(String name) {
        return (AggregateFunction)
                new BuiltinFunctions()
                        .functions().stream()
                                .filter(function -> function.name().equals(name))
                                .findFirst()
                                .orElseThrow();
    }

    private static Accumulator over(Supplier<Accumulator> factory, List<@Nullable Object> values) {
        Accumulator accumulator = factory.get();
        for (Object value : values) {
            accumulator.add(new @Nullable Object[] {value});
        }
        return accumulator;
    }

    private static Accumulator merged(String name, List<@Nullable Object> values, int cut) {
        Supplier<Accumulator> factory = function(name)::newAccumulator;
        Accumulator left = over(factory, values.subList(0, cut));
        ((MergeableAccumulator) left).merge(over(factory, values.subList(cut, values.size())));
        return left;
    }

    private static Accumulator restored(String name, List<@Nullable Object> values, int cut) {
        Supplier<Accumulator> factory = function(name)::newAccumulator;
        Accumulator before = over(factory, values.subList(0, cut));
        Accumulator after = factory.get();
        after.restore(before.save());
        for (Object value : values.subList(cut, values.size())) {
            after.add(new @Nullable Object[] {value});
        }
        return after;
    }
}
