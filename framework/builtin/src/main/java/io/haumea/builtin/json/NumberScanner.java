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
package io.haumea.builtin.json;

import static io.haumea.builtin.json.Lexer.byteAt;

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.format.RowBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Checks one number and knows its value until the next one. A number must be in the range of a
 * double, whoever reads it, so that a message is good or bad whatever columns are wanted.
 */
final class NumberScanner {

    /** With so many digits any whole number fits into a long. */
    private static final int SAFE_DIGITS = 18;

    /** Doubles up to here hold every whole number. */
    private static final long EXACT_LIMIT = 1L << 53;

    /** The powers of ten that are doubles without rounding. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    /** Below so many digits before the point a number without exponent is in range. */
    private static final int SURE_DIGITS = 300;

    private static final int GREATEST_EXPONENT = 100_000;

    private byte[] bytes = {};
    private int start;
    private int end;
    private boolean negative;
    private long digits;
    private int digitCount;
    private int scale;
    private boolean whole;

    /**
     * Checks a number.
     *
     * @param payload the payload
     * @param from the place of its sign or first digit
     * @return the place behind it
     */
    int scan(byte[] payload, int from) {
        bytes = payload;
        start = from;
        int at = from;
        negative = payload[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        digits = 0;
        at = digits(at);
        digitCount = at - first;
        if (digitCount > 1 && payload[first] == '0') {
            throw InvalidJson.expected(payload, first + 1, "'.', 'e' or the end after a leading 0");
        }
        scale = 0;
        byte next = byteAt(payload, at);
        whole = next != '.' && (next | 0x20) != 'e';
        if (!whole) {
            at = fraction(at, next);
        }
        end = at;
        if (digitCount > SURE_DIGITS || scale > 0) {
            checkRange();
        }
        return at;
    }

    private int fraction(int from, byte next) {
        int at = from;
        byte mark = next;
        if (mark == '.') {
            int first = at + 1;
            at = digits(first);
            digitCount += at - first;
            scale = first - at;
            mark = byteAt(bytes, at);
        }
        return (mark | 0x20) == 'e' ? exponent(at + 1) : at;
    }

    private int exponent(int from) {
        int at = from;
        byte sign = byteAt(bytes, at);
        if (sign == '-' || sign == '+') {
            at++;
        }
        int exponent = 0;
        int first = at;
        while (isDigit(byteAt(bytes, at))) {
            exponent = Math.min(exponent * 10 + bytes[at] - '0', GREATEST_EXPONENT);
            at++;
        }
        if (at == first) {
            throw InvalidJson.expected(bytes, at, "a digit");
        }
        scale += sign == '-' ? -exponent : exponent;
        return at;
    }

    /** Takes in digits, at least one; beyond {@link #SAFE_DIGITS} in all the sum is of no use. */
    private int digits(int from) {
        byte[] payload = bytes;
        long sum = digits;
        int at = from;
        while (at < payload.length && isDigit(payload[at])) {
            sum = sum * 10 + payload[at] - '0';
            at++;
        }
        if (at == from) {
            throw InvalidJson.expected(payload, at, "a digit");
        }
        digits = sum;
        return at;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private void checkRange() {
        if (Double.isInfinite(asDouble())) {
            throw InvalidJson.unusable(start, "a number beyond the range of doubles");
        }
    }

    /** Gives the number to a slot: whole numbers as such, all others as doubles. */
    void give(RowBuilder row, int slot) {
        if (!whole || (negative && digits == 0 && digitCount == 1)) {
            row.setDouble(slot, asDouble());
        } else if (digitCount <= SAFE_DIGITS) {
            row.setLong(slot, negative ? -digits : digits);
        } else {
            BigInteger number = new BigInteger(text());
            if (number.bitLength() < Long.SIZE) {
                row.setLong(slot, number.longValue());
            } else {
                row.set(slot, ExactNumber.of(text()));
            }
        }
    }

    /** The number as part of a list or map: a double, or exact where a double would round it. */
    Object value() {
        double number = asDouble();
        if (!whole || (digitCount <= SAFE_DIGITS && digits <= EXACT_LIMIT)) {
            return number;
        }
        ExactNumber exact = ExactNumber.of(text());
        return exact.toBigInteger().equals(new BigDecimal(number).toBigInteger()) ? number : exact;
    }

    /** The nearest double. Both operands of the one operation are exact, so it rounds rightly. */
    private double asDouble() {
        if (digitCount <= SAFE_DIGITS && digits <= EXACT_LIMIT) {
            if (scale <= 0 && -scale < POWERS.length) {
                double size = digits / POWERS[-scale];
                return negative ? -size : size;
            }
            if (scale > 0 && scale < POWERS.length) {
                double size = digits * POWERS[scale];
                return negative ? -size : size;
            }
        }
        return Double.parseDouble(text());
    }

    private String text() {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
