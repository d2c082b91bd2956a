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
package io.haumea.engine.template.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floats as the verbs of {@code printf} show them, without a sign. */
final class Floats {

    private static final int SHORTEST = -1;
    private static final int PLAIN_DIGITS = 6;
    private static final int LOWEST_PLAIN = -4;

    private Floats() {}

    /**
     * The text of a number.
     *
     * @param number not negative, finite
     * @param verb one of {@code e E f F g G}
     * @param precision digits after the point, of {@code g} in all; -1: as many as are needed
     * @return the text
     */
    static String text(Number number, char verb, int precision) {
        boolean upper = Character.isUpperCase(verb);
        char kind = Character.toLowerCase(verb);
        BigDecimal value =
                precision == SHORTEST
                        ? Values.shortest(number.doubleValue())
                        : Values.exact(number);
        char letter = upper ? 'E' : 'e';
        if (kind == 'f') {
            return fixed(value, precision);
        }
        if (kind == 'e') {
            int digits = precision == SHORTEST ? value.precision() : precision + 1;
            return exponential(rounded(value, digits), letter, 2, digits);
        }
        return general(value, precision, letter);
    }

    private static String fixed(BigDecimal value, int precision) {
        return precision == SHORTEST
                ? value.toPlainString()
                : value.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String general(BigDecimal value, int precision, char letter) {
        int wanted = precision == 0 ? 1 : precision;
        BigDecimal digits =
                precision == SHORTEST ? value : rounded(value, wanted).stripTrailingZeros();
        int exponent = exponent(digits);
        int count = digits.precision();
        int limit = precision == SHORTEST ? PLAIN_DIGITS : wanted;
        if (precision != SHORTEST && limit > count && count >= exponent + 1) {
            limit = count;
        }
        return exponent < LOWEST_PLAIN || exponent >= limit
                ? exponential(digits, letter, 2)
                : digits.toPlainString();
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** All digits of a number, with an exponent of at least so many digits. */
    static String exponential(BigDecimal value, char letter, int exponentDigits) {
        BigDecimal stripped = value.stripTrailingZeros();
        return exponential(stripped, letter, exponentDigits, stripped.precision());
    }

    private static String exponential(
            BigDecimal value, char letter, int exponentDigits, int count) {
        StringBuilder digits = new StringBuilder(value.unscaledValue().toString());
        digits.append("0".repeat(Math.max(0, count - digits.length())));
        digits.setLength(count);
        if (count > 1) {
            digits.insert(1, '.');
        }
        int exponent = exponent(value);
        String size = String.valueOf(Math.abs(exponent));
        return digits.append(letter)
                .append(exponent < 0 ? '-' : '+')
                .append("0".repeat(Math.max(0, exponentDigits - size.length())))
                .append(size)
                .toString();
    }

    private static int exponent(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    }

    /** With hexadecimal digits and an exponent of two, such as {@code 0x1.4p+01}. */
    static String hexadecimal(double number, boolean upper) {
        long bits = Double.doubleToLongBits(number);
        int exponent = (int) (bits >> 52) & 0x7FF;
        long fraction = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0 && fraction != 0) {
            int shift = Long.numberOfLeadingZeros(fraction) - 11;
            fraction = (fraction << shift) & 0xFFFFFFFFFFFFFL;
            exponent = 1 - shift;
        }
        int power = number == 0 ? 0 : exponent - 1023;
        String digits = String.format(Locale.ROOT, "%013x", fraction).replaceAll("0+$", "");
        String text =
                String.format(
                        Locale.ROOT,
                        "0x%d%sp%s%02d",
                        number == 0 ? 0 : 1,
                        digits.isEmpty() ? "" : "." + digits,
                        power < 0 ? "-" : "+",
                        Math.abs(power));
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }
}
