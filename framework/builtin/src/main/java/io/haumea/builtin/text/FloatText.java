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

/**
 * Writes doubles with their shortest digits, in the form that results of EMQ X Kuiper have. Keeps a
 * scratch area, so that writing makes no garbage. For one thread at a time.
 */
public final class FloatText {

    /** The most bytes that one number takes. */
    public static final int MOST_BYTES = 32;

    private static final int MOST_DIGITS = 17;

    private final ShortestDecimal decimal = new ShortestDecimal();
    private final byte[] digits = new byte[MOST_DIGITS];

    /**
     * Writes a number as JSON: plain, or with an exponent below 1e-6 and from 1e21.
     *
     * @param value finite
     * @param to receives at most {@link #MOST_BYTES} bytes
     * @param at where the first byte goes
     * @return the place after the last byte
     */
    public int json(double value, byte[] to, int at) {
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-6 && size < 1e21);
        return write(value, to, at, plain);
    }

    private int write(double value, byte[] to, int start, boolean plain) {
        int at = start;
        if (value < 0 || (value == 0 && 1 / value < 0)) {
            to[at++] = '-';
        }
        decimal.of(Math.abs(value));
        int count = spread(decimal.digits());
        int point = count + decimal.exponent();
        return plain ? plain(to, at, count, point) : exponential(to, at, count, point - 1);
    }

    /** Puts the digits into the scratch area, and tells how many there are. */
    private int spread(long number) {
        long rest = number;
        int at = MOST_DIGITS;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        int count = MOST_DIGITS - at;
        System.arraycopy(digits, at, digits, 0, count);
        return count;
    }

    /** Digits with the point before the digit number {@code point}, filled up with zeros. */
    private int plain(byte[] to, int start, int count, int point) {
        int at = start;
        if (point <= 0) {
            to[at++] = '0';
            to[at++] = '.';
            at = zeros(to, at, -point);
        }
        for (int i = 0; i < count; i++) {
            if (i == point && point > 0) {
                to[at++] = '.';
            }
            to[at++] = digits[i];
        }
        return zeros(to, at, point - count);
    }

    private int exponential(byte[] to, int start, int count, int exponent) {
        int at = start;
        to[at++] = digits[0];
        if (count > 1) {
            to[at++] = '.';
            System.arraycopy(digits, 1, to, at, count - 1);
            at += count - 1;
        }
        to[at++] = 'e';
        to[at++] = (byte) (exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size >= 100) {
            to[at++] = (byte) ('0' + size / 100);
        }
        if (size >= 10) {
            to[at++] = (byte) ('0' + size / 10 % 10);
        }
        to[at++] = (byte) ('0' + size % 10);
        return at;
    }

    private static int zeros(byte[] to, int start, int count) {
        int at = start;
        for (int i = 0; i < count; i++) {
            to[at++] = '0';
        }
        return at;
    }
}
