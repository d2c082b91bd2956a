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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as the SELECT list of one message: integers i, j, z, floats f, g, texts s, t. */
class ExpressionTest {

    private static final String STREAM =
            "CREATE STREAM demo (i BIGINT, j BIGINT, z BIGINT, big BIGINT, f FLOAT, g FLOAT,"
                    + " s STRING, t STRING, yes BOOLEAN, no BOOLEAN, d DATETIME,"
                    + " l ARRAY(BIGINT), m STRUCT(x BIGINT, y STRING), nl ARRAY(BIGINT))"
                    + " WITH (DATASOURCE=\"d\")";
    private static final String MESSAGE =
            "{\"i\":-7,\"j\":2,\"z\":0,\"big\":9223372036854775807,\"f\":-7.5,\"g\":0.0,"
                    + "\"s\":\"abc\",\"t\":\"abd\",\"yes\":true,\"no\":false,"
                    + "\"d\":1577934245678,\"l\":[1,2,3],\"m\":{\"x\":5,\"y\":\"q\"},\"nl\":null}";

    private static String evaluate(String expression) {
        String result =
                RuleBench.once(STREAM, "select " + expression + " as v from demo", MESSAGE).get(0);
        return result.replaceFirst("^\\[\\{\"(v|error)\":", "")
                .replaceFirst("\\}\\]$", "")
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u0026", "&");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // whole numbers
                "i / j ~ -3",
                "i % j ~ -1",
                "i + j ~ -5",
                "i - j ~ -9",
                "i-j ~ -9",
                "i * j ~ -14",
                "i & j ~ 0",
                "i | j ~ -5",
                "i ^ j ~ -5",
                "-i ~ 7",
                "i / -1 ~ 7",
                "i / z ~ \"divided by zero\"",
                "i % z ~ \"divided by zero\"",
                "big + 1 ~ \"the result of 9223372036854775807 + 1 does not fit into a bigint\"",
                "big * 2 ~ \"the result of 9223372036854775807 * 2 does not fit into a bigint\"",
                "(-big - 1) / -1 ~ \"the result of -9223372036854775808 / -1 does not fit into a"
                        + " bigint\"",
                "(-big - 1) % -1 ~ 0",
                // floats
                "f % j ~ -1.5",
                "f / g ~ \"divided by zero\"",
                "i / 2.0 ~ -3.5",
                "f & j ~ \"invalid operation float64(-7.5) & int64(2)\"",
                // no NULL is a number
                "nl + 1 ~ null",
                "nl & 1 ~ null",
                "-nl ~ null",
                // comparing
                "nl = 1 ~ false",
                "nl != 1 ~ true",
                "nl < 1 ~ false",
                "nl >= 1 ~ false",
                "nl = nl ~ true",
                "nl != nl ~ false",
                "nl < nl ~ false",
                "nl <= nl ~ true",
                "i < j ~ true",
                "i = -7.0 ~ true",
                "s < t ~ true",
                "s = \"abc\" ~ true",
                "yes = yes ~ true",
                "yes != no ~ true",
                "yes < no ~ \"invalid operation bool(true) < bool(false)\"",
                "s = i ~ \"invalid operation string(abc) = int64(-7)\"",
                "s != i ~ \"invalid operation string(abc) != int64(-7)\"",
                "d = 1577934245678 ~ true",
                "d > 1577934245677 ~ true",
                "d = \"2020-01-02T03:04:05.678Z\" ~ true",
                "d < \"2020-01-02T05:04:05.679+02:00\" ~ true",
                "1577934245678 = d ~ \"invalid operation int64(1577934245678) ="
                        + " time.Time(2020-01-02 03:04:05.678 +0000 UTC)\"",
                // three-valued logic, and no look at what doesn't matter
                "no AND nl ~ false",
                "nl AND no ~ false",
                "yes AND nl ~ null",
                "nl AND nl ~ null",
                "yes OR nl ~ true",
                "nl OR yes ~ true",
                "no OR nl ~ null",
                "NOT nl ~ null",
                "NOT yes ~ false",
                "no AND 1 / z > 0 ~ false",
                "yes OR 1 / z > 0 ~ true",
                "yes AND 1 / z > 0 ~ \"divided by zero\"",
                "i AND yes ~ \"invalid operation int64(-7) AND bool(true)\"",
                "i AND nl ~ null",
                "nl OR s ~ null",
                "yes AND s ~ \"invalid operation bool(true) AND string(abc)\"",
                "6.0 & 3 ~ 2",
                "6.5 & 3 ~ \"invalid operation float64(6.5) & int64(3)\"",
                "nl IS NULL ~ true",
                "i IS NOT NULL ~ true",
                // paths
                "m->x ~ 5",
                "m->X + 1 ~ 6",
                "2 * m->x ~ 10",
                "m->none ~ null",
                "nl->x ~ null",
                "l->x ~ \"the result [1 2 3] is not a type of map[string]interface{}\"",
                "l[0] ~ 1",
                "l[-1] ~ 3",
                "l[3] ~ \"out of index: 3 of 3\"",
                "l[-4] ~ \"out of index: -4 of 3\"",
                "l[1:2] ~ [2]",
                "l[0:3] ~ [1,2,3]",
                "l[0:9] ~ [1,2,3]",
                "l[1:1] ~ []",
                "l[:0] ~ []",
                "l[-2:] ~ [2,3]",
                "l[:-1] ~ [1,2]",
                "l[2:1] ~ []",
                "l[9:] ~ []",
                "nl[0] ~ null",
                "nl[0:1] ~ null",
                "m[0] ~ \"[] is an invalid operation for map[string]interface {}\"",
            })
    void whenEvaluated_thenAsTheLanguageSays(String expression, String value) {
        assertThat(evaluate(expression)).isEqualTo(value);
    }

    @Property(tries = 500)
    void whenNumbersAreAddedOrCompared_thenAsInAPlainModel(
            @ForAll("values") List<Object> pair, @ForAll("operators") String operator) {
        // given
        RuleBench bench =
                RuleBench.of(
                        "CREATE STREAM demo () WITH (DATASOURCE=\"d\")",
                        "select a " + operator + " b as v from demo");
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("a", pair.get(0));
        fields.put("b", pair.get(1));

        // when
        String result = bench.send(fields).results().get(0);

        // then
        Object expected = Model.apply(operator, pair.get(0), pair.get(1));
        if (expected == null) {
            assertThat(result).startsWith("[{\"error\":");
        } else if (expected instanceof Double number) {
            String text = result.substring("[{\"v\":".length(), result.length() - 2);
            assertThat(Double.parseDouble(text)).isEqualTo(number);
        } else {
            assertThat(result).isEqualTo("[{\"v\":" + expected + "}]");
        }
    }

    @Provide
    Arbitrary<List<Object>> values() {
        Arbitrary<Object> whole =
                Arbitraries.longs()
                        .edgeCases(edges -> edges.add(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, 1L))
                        .map(number -> (Object) number);
        Arbitrary<Object> floating =
                Arbitraries.doubles().between(-1e15, 1e15).map(number -> (Object) number);
        return Arbitraries.oneOf(List.of(whole, floating, Arbitraries.of((Object) 0L, 0.0, -1L)))
                .list()
                .ofSize(2);
    }

    @Provide
    Arbitrary<String> operators() {
        return Arbitraries.of("+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "|");
    }

    /** What the language says, without any thought of speed; null for an error. */
    private static final class Model {

        static @Nullable Object apply(String operator, Object left, Object right) {
            if (left instanceof Long a && right instanceof Long b) {
                return whole(operator, a, b);
            }
            double a = ((Number) left).doubleValue();
            double b = ((Number) right).doubleValue();
            return switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                case "/" -> b == 0 ? null : (Object) (a / b);
                case "%" -> b == 0 ? null : (Object) (a % b);
                case "&", "|" ->
                        a == Math.rint(a) && b == Math.rint(b)
                                // An integer keeps the digits that a float would lose.
                                ? whole(
                                        operator,
                                        ((Number) left).longValue(),
                                        ((Number) right).longValue())
                                : null;
                default -> compared(operator, Double.compare(a + 0.0, b + 0.0));
            };
        }

        private static @Nullable Object whole(String operator, long left, long right) {
            java.math.BigInteger a = java.math.BigInteger.valueOf(left);
            java.math.BigInteger b = java.math.BigInteger.valueOf(right);
            boolean zero = right == 0;
            return switch (operator) {
                case "+" -> fitting(a.add(b));
                case "-" -> fitting(a.subtract(b));
                case "*" -> fitting(a.multiply(b));
                case "/" -> zero ? null : fitting(a.divide(b));
                case "%" -> zero ? null : fitting(a.remainder(b));
                case "&" -> fitting(a.and(b));
                case "|" -> fitting(a.or(b));
                default -> compared(operator, a.compareTo(b));
            };
        }

        private static @Nullable Object fitting(java.math.BigInteger number) {
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : null;
        }

        private static boolean compared(String operator, int order) {
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }
}
