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
package io.haumea.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "<nil>", "<nil>"),
                Arguments.of(true, "bool", "true"),
                Arguments.of(-7L, "int", "-7"),
                Arguments.of(3.0, "float64", "3"),
                Arguments.of(1234567.0, "float64", "1.234567e+06"),
                Arguments.of(
                        ExactNumber.of("9007199254740993"), "float64", "9.007199254740992e+15"),
                Arguments.of("red", "string", "red"),
                Arguments.of(
                        OffsetDateTime.parse("2020-01-02T03:04:05.678Z"),
                        "time.Time",
                        "2020-01-02 03:04:05.678 +0000 UTC"),
                Arguments.of(
                        OffsetDateTime.parse("2020-01-02T03:04:05+08:00"),
                        "time.Time",
                        "2020-01-02 03:04:05 +0800 +0800"),
                Arguments.of(Arrays.asList(1.0, "x", null), "[]interface {}", "[1 x <nil>]"),
                Arguments.of(
                        Map.of("b", 1.0, "a", List.of("x")),
                        "map[string]interface {}",
                        "map[a:[x] b:1]"),
                Arguments.of(new byte[] {'h', 'i'}, "[]uint8", "[104 105]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whenAValueIsShown_thenTypeAndTextAreThoseOfTheReference(
            @Nullable Object value, String type, String text) {
        assertThat(ValueText.typeName(value)).isEqualTo(type);
        assertThat(ValueText.of(value)).isEqualTo(text);
        assertThat(ValueText.typed(value)).isEqualTo(type + "(" + text + ")");
    }

    /** What Go 1.26 prints with {@code %v}. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "3, 3",
        "-1.5, -1.5",
        "123456, 123456",
        "999999.5, 999999.5",
        "1234567, 1.234567e+06",
        "1e6, 1e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1e-7, 1e-07",
        "1e20, 1e+20",
        "1e21, 1e+21",
        "1e100, 1e+100",
        "1.5e-300, 1.5e-300",
        "4.9e-324, 5e-324",
        "9007199254740991, 9.007199254740991e+15",
        "9007199254740994, 9.007199254740994e+15",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "8.41e21, 8.41e+21",
        "2e-44, 2e-44",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void whenADoubleIsShown_thenItHasTheFewestDigits(double value, String text) {
        assertThat(ValueText.of(value)).isEqualTo(text);
    }

    @Test
    void whenAnyDoubleIsShown_thenNoFewerDigitsWouldDo() {
        new Random(7)
                .longs(20_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(ValueTextTest::checkShortest);
    }

    private static void checkShortest(double value) {
        BigDecimal shown = new BigDecimal(ValueText.of(value));
        BigDecimal exact = new BigDecimal(value);
        int digits = shown.stripTrailingZeros().precision();

        assertThat(shown.doubleValue()).isEqualTo(value);
        if (digits > 1) {
            for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
                assertThat(exact.round(new MathContext(digits - 1, mode)).doubleValue())
                        .isNotEqualTo(value);
            }
        }
    }
}
