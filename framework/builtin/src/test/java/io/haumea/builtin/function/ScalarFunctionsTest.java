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
import static org.assertj.core.api.Assertions.within;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.FunctionContext;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sdk.state.StateContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarFunctionsTest {

    private static final Instant NOW = Instant.parse("2020-01-02T03:04:05.678901234Z");

    static Stream<Arguments> results() {
        return Stream.of(
                call(1L, "abs", -1L),
                call(1.1, "abs", -1.1),
                call(0.0, "acos", 1L),
                call(1.5707963267948966, "asin", 1L),
                call(0.7853981633974483, "atan2", 1L, 1L),
                call(0.7853981633974483, "atan", 1.0),
                call(1.0, "cos", 0L),
                call(1.0, "cosh", 0L),
                call(0.0, "sin", 0L),
                call(0.0, "sinh", 0L),
                call(0.0, "tan", 0L),
                call(0.7615941559557649, "tanh", 1L),
                call(3.3201169227365472, "exp", 1.2),
                call(0.0, "ln", 1L),
                call(1.0, "ln", Math.E),
                call(2.0, "log", 100L),
                call(-1.0, "log", 0.1),
                call(0.3979400086720376, "log", 2.5),
                call(0.954242509439325, "log", 9L),
                call(2.0, "sqrt", 4L),
                call(1000.0, "power", 10L, 3L),
                call(1.0, "mod", 10L, 3L),
                call(-1.5, "mod", -7.5, 2L),
                call(2.0, "ceil", 1.6),
                call(-1.0, "ceil", -1.6),
                call(-0.0, "ceil", -0.5),
                call(10.0, "round", 10.2),
                call(11.0, "round", 10.5),
                call(-11.0, "round", -10.5),
                call(-0.0, "round", -0.3),
                call(0.0, "round", 0.49999999999999994),
                call(-1L, "sign", -3.5),
                call(0L, "sign", 0L),
                call(1L, "sign", ExactNumber.of("10796529505058023104")),
                call(2L, "bitand", 6L, 3L),
                call(2L, "bitand", 6.0, 3.0),
                call(7L, "bitor", 6L, 3L),
                call(5L, "bitxor", 6L, 3L),
                call(-2L, "bitnot", 1L),
                call("aé1", "concat", "a", "é", 1L),
                call("a1.234567e+06", "concat", "a", 1234567.0),
                call("ab", "concat", "a", null, "b"),
                call(true, "endswith", "mya", "ya"),
                call(false, "endswith", "mya", "myc"),
                call(true, "startswith", "mya", "my"),
                call(3L, "indexof", "héllo", "l"),
                call(-1L, "indexof", "hello", "x"),
                call(2L, "length", "中国"),
                call(1L, "length", "😀"),
                call(6L, "numbytes", "中国"),
                call(2L, "length", 12.0),
                call("nycnicks ı", "lower", "NYCNicks ı"),
                call("NYC ß I", "upper", "nyc ß i"),
                call("trimme", "trim", " \ttrimme\n\u00A0\u3000"),
                call(" \ttrimme", "rtrim", " \ttrimme\n "),
                call("trimme ", "ltrim", "\u0085trimme "),
                call("", "trim", " \n"),
                call("  NYC", "lpad", "NYC", 2L),
                call("NYC  ", "rpad", "NYC", 2.9),
                call("Ni", "substring", "NYCNicks", 3L, 5L),
                call("Nicks", "substring", "NYCNicks", 3.0),
                call("", "substring", "a", 1L),
                call("\uFFFD", "substring", "é", 0L, 1L),
                call("", "split_value", "/test/device001/message", "/", 0L),
                call("message", "split_value", "/test/device001/message", "/", 3.7),
                call("b", "split_value", "a.b", ".", 1L),
                call("国", "split_value", "中国", "", 1L),
                call("a", "split_value", "a/b", "/", "x"),
                call(1L, "cast", 1.9, "bigint"),
                call(-1L, "cast", -1.9, "bigint"),
                call(5L, "cast", 5L, "bigint"),
                call(-12L, "cast", "-12", "bigint"),
                call(1L, "cast", true, "bigint"),
                call(0.0, "cast", false, "float"),
                call(1.5, "cast", "1.5", "float"),
                call(3.0, "cast", 3L, "float"),
                call("1.2", "cast", 1.2, "string"),
                call("65", "cast", 65L, "string"),
                call("true", "cast", true, "string"),
                call(true, "cast", "T", "boolean"),
                call(false, "cast", 0.0, "boolean"),
                call(true, "cast", -1L, "boolean"),
                call(97L, "chr", "a"),
                call(97L, "chr", 97L),
                call(97L, "chr", 97.5),
                call("aGVsbG8=", "encode", "hello", "base64"),
                call(2.45, "trunc", 2.456, 2L),
                call(-2.45, "trunc", -2.456, 2.0),
                call(3.0, "trunc", 3L, 2L),
                call(1200.0, "trunc", 1234.5, -2L),
                call(0.3, "trunc", 0.3, Long.MAX_VALUE),
                call(0.0, "trunc", 1e300, Long.MIN_VALUE),
                call(
                        "9e107d9d372bb6826bd81d3542a419d6",
                        "md5",
                        "The quick brown fox jumps over the lazy dog"),
                call("356a192b7913b04c54574d18c28d46e6395428ab", "sha1", 1L),
                call(true, "isnull", (Object) null),
                call(false, "isnull", List.of()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void whenAFunctionIsCalled_thenItGivesItsResult(
            Object result, String name, @Nullable Object[] arguments) {
        Object actual = function(name).instantiate(new Place()).call(arguments);

        if (result instanceof Double number && number != 0) {
            assertThat((Double) actual).isCloseTo(number, within(Math.ulp(number)));
        } else {
            assertThat(actual).isEqualTo(result);
        }
    }

    @Test
    void whenAnArgumentIsNull_thenTheResultIsNullButForThoseThatAreMeantForIt() {
        for (FunctionDefinition definition : new BuiltinFunctions().functions()) {
            if (definition instanceof ScalarFunction function
                    && !function.contextual()
                    && !List.of("concat", "isnull").contains(function.name())) {
                assertThat(function.instantiate(new Place()).call(new Object[] {null, "x", null}))
                        .describedAs(function.name())
                        .isNull();
            }
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                call("only float64 & int type are supported", "sin", "x"),
                call("only float64 & int type are supported", "abs", true),
                call("the result is beyond the range of bigint", "abs", Long.MIN_VALUE),
                call("Expect int type for both operands.", "bitand", 1.5, 1L),
                call("Expect int type for both operands.", "bitor", 1L, "x"),
                call("Expect int type for operand.", "bitnot", 0x1p63),
                call("unsupported type string of x", "lpad", "a", "x"),
                call("the number of spaces must be from 0 to 1048576, but is -1", "rpad", "a", -1L),
                call(
                        "the number of spaces must be from 0 to 1048576, but is 1e+09",
                        "lpad",
                        "a",
                        1e9),
                call("the bytes 3 to 9 are not in a text of 8", "substring", "NYCNicks", 3L, 9L),
                call("the bytes -1 to 8 are not in a text of 8", "substring", "NYCNicks", -1L),
                call("a place must be a number, but is string(x)", "substring", "NYC", "x"),
                call("3 out of index array (size = 3)", "split_value", "/ab/cd", "/", 3.0),
                call("-1 out of index array (size = 2)", "split_value", "a/b", "/", -1L),
                call("strconv.Atoi: parsing \"1.5\": invalid syntax", "cast", "1.5", "bigint"),
                call(
                        "strconv.Atoi: parsing \"9223372036854775808\": value out of range",
                        "cast",
                        "9223372036854775808",
                        "bigint"),
                call(
                        "strconv.ParseFloat: parsing \"1.5f\": invalid syntax",
                        "cast",
                        "1.5f",
                        "float"),
                call(
                        "strconv.ParseFloat: parsing \"1e999\": value out of range",
                        "cast",
                        "1e999",
                        "float"),
                call(
                        "strconv.ParseBool: parsing \"ye\\\"s\": invalid syntax",
                        "cast",
                        "ye\"s",
                        "boolean"),
                call("1e+30 is beyond the range of bigint", "cast", 1e30, "bigint"),
                call("Not supported type conversion.", "cast", List.of(), "string"),
                call("Not supported type conversion.", "cast", Map.of(), "bigint"),
                call(
                        "Not supported type conversion.",
                        "cast",
                        OffsetDateTime.parse("2020-01-02T03:04:05Z"),
                        "float"),
                call("Not supported type conversion.", "cast", 1L, "datetime"),
                call("Parameter length cannot larger than 1.", "chr", "é"),
                call("The empty text has no character.", "chr", ""),
                call(
                        "Only bigint, float and string type can be convert to char type.",
                        "chr",
                        true),
                call("Only string type can be encoded.", "encode", 1L, "base64"),
                call("Only int and float type can be truncated.", "trunc", "x", 1L),
                call("The 2nd parameter must be int value.", "trunc", 1L, 1.5));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whenArgumentsDoNotFit_thenTheErrorSaysWhy(
            String message, String name, @Nullable Object[] arguments) {
        assertThatThrownBy(() -> function(name).instantiate(new Place()).call(arguments))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                call("The arguments for abs should be 1.", "abs"),
                call(
                        "Expect number - float or int type for 1 parameter of function abs.",
                        "abs",
                        "x"),
                call("Expect int type for 1 parameter of function bitand.", "bitand", 1.0, 1L),
                call("Expect string type for 1 parameter of function md5.", "md5", 1L),
                call("The arguments for concat should be at least one.\n", "concat"),
                call("the arguments for substring should be 2 or 3", "substring", "a"),
                call("The start index should not be a nagtive integer.", "substring", "a", -1L),
                call("The end index should be larger than start index.", "substring", "a", 3L, 2L),
                call("the arguments for split_value should be 3", "split_value", "a"),
                call("The index should not be a nagtive integer.", "split_value", "a", "/", -1L),
                call("Expect int type for 2 parameter of function lpad.", "lpad", "a", "x"),
                call("Expect string type for 2 parameter of function cast.", "cast", 1L, 2L),
                call(
                        "Expect one of following value for the 2nd parameter: bigint, float,"
                                + " string, boolean, datetime.",
                        "cast",
                        1L,
                        "BIGINT"),
                call("Expect int type for 1 parameter of function chr.", "chr", 1.5),
                call("Only base64 is supported for the 2nd parameter.", "encode", "a", "hex"),
                call("The arguments for newuuid should be 0.", "newuuid", 1L));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whenLiteralsDoNotFit_thenTheCheckSaysWhy(
            String message, String name, @Nullable Object[] arguments) {
        List<Argument> literals =
                Arrays.stream(arguments).map(ScalarFunctionsTest::literal).toList();

        assertThat(function(name).check(literals)).contains(message);
    }

    @Test
    void whenColumnsAreGiven_thenTheCheckIsContent() {
        Argument column = new Argument(Argument.Kind.EXPRESSION, DataType.ANY, null);

        assertThat(function("abs").check(List.of(column))).isEmpty();
        assertThat(function("chr").check(List.of(column))).isEmpty();
        assertThat(function("substring").check(List.of(column, column, column))).isEmpty();
        assertThat(function("split_value").check(List.of(column, column, column))).isEmpty();
        assertThat(function("cast").check(List.of(column, literal("float")))).isEmpty();
        assertThat(function("cast").check(List.of(column, column)))
                .contains("Expect string type for 2 parameter of function cast.");
    }

    @Test
    void whenTheTimeIsAskedFor_thenItIsThatOfTheGivenClock() {
        assertThat(call("tstamp")).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void whenAUuidIsMade_thenItIsOfVersionOneAndHoldsTheTime() {
        UUID uuid = UUID.fromString(String.valueOf(call("newuuid")));

        assertThat(uuid.version()).isEqualTo(1);
        assertThat(uuid.variant()).isEqualTo(2);
        long ticks = uuid.timestamp() - 0x01B21DD213814000L;
        assertThat(Instant.ofEpochSecond(ticks / 10_000_000, ticks % 10_000_000 * 100))
                .isEqualTo(NOW.minusNanos(34));
    }

    @Test
    void whenRandomNumbersAreAskedFor_thenTheyAreTheGivenOnes() {
        assertThat(call("rand")).isEqualTo(new Random(1).nextDouble());
        assertThat(function("rand").deterministic()).isFalse();
    }

    private static @Nullable Object call(String name) {
        return function(name).instantiate(new Place()).call(new Object[0]);
    }

    private static Arguments call(Object result, String name, @Nullable Object... arguments) {
        return Arguments.of(result, name, arguments);
    }

    private static Argument literal(@Nullable Object value) {
        DataType type =
                value instanceof Long
                        ? DataType.BIGINT
                        : value instanceof Double ? DataType.FLOAT : DataType.STRING;
        return new Argument(Argument.Kind.LITERAL, type, value);
    }

    private static ScalarFunction function(String name) {
        return (ScalarFunction)
                new BuiltinFunctions()
                        .functions().stream()
                                .filter(function -> function.name().equals(name))
                                .findFirst()
                                .orElseThrow();
    }

    private static final class Place implements FunctionContext {
        @Override
        public String ruleId() {
            return "rule";
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(NOW);
        }

        @Override
        public RandomGenerator random() {
            return new Random(1);
        }

        @Override
        public StateContext state() {
            throw new AssertionError("no built-in function keeps state");
        }
    }
}
