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
package io.haumea.builtin.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {

    /** What the JSON encoder of Go 1.26 writes. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "3, 3",
        "-1.5, -1.5",
        "123456, 123456",
        "999999.5, 999999.5",
        "1234567, 1234567",
        "1e6, 1000000",
        "0.0001, 0.0001",
        "0.00001, 0.00001",
        "1e-7, 1e-7",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1e100, 1e+100",
        "1.5e-300, 1.5e-300",
        "4.9e-324, 5e-324",
        "9007199254740991, 9007199254740991",
        "9007199254740994, 9007199254740994",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1.7976931348623157e308, 1.7976931348623157e+308"
    })
    void whenADoubleIsWritten_thenItIsAsInGo(double value, String json) {
        assertThat(json(value)).isEqualTo(json);
    }

    @Property(tries = 20_000)
    void whenAnyBitsAreWritten_thenTheyAreReadBackFromTheFewestAndClosestDigits(@ForAll long bits) {
        double value = Math.abs(Double.longBitsToDouble(bits * 0x9E3779B97F4A7C15L));
        if (Double.isFinite(value) && value != 0) {
            checkShortest(value);
        }
    }

    @Property(tries = 5000)
    void whenUsualNumbersAreWritten_thenTheyAreReadBackFromTheFewestDigits(
            @ForAll int numerator, @ForAll short denominator) {
        double value = Math.abs(numerator / (double) (denominator | 1));
        if (value != 0) {
            checkShortest(value);
        }
    }

    @Test
    void whenNumbersArePowersOfTwo_thenTheNarrowSideIsRespected() {
        for (int power = -1074; power < 1024; power++) {
            checkShortest(Math.scalb(1.0, power));
            checkShortest(Math.nextDown(Math.scalb(1.0, power)) + Double.MIN_VALUE);
        }
    }

    private static void checkShortest(double value) {
        String text = json(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        BigDecimal exact = new BigDecimal(value);
        BigDecimal written = new BigDecimal(text).stripTrailingZeros();
        int digits = written.precision();
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
            if (digits > 1) {
                BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                assertThat(shorter.doubleValue()).isNotEqualTo(value);
            }
            BigDecimal other = exact.round(new MathContext(digits, mode));
            if (other.doubleValue() == value) {
                assertThat(written.subtract(exact).abs())
                        .isLessThanOrEqualTo(other.subtract(exact).abs());
            }
        }
    }

    private static String json(double value) {
        byte[] bytes = new byte[FloatText.MOST_BYTES];
        int end = new FloatText().json(value, bytes, 0);
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
}
