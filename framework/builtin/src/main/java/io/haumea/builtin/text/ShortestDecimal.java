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

import java.math.BigInteger;

/**
 * The shortest decimal number that reads back as a given double, and of those the closest to it.
 *
 * <p>Source of the algorithm: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). Of
 * the numbers that read back as {@code v} there is a smallest spacing, a power of ten, at which one
 * is sure to be found; one digit less leaves at most one candidate. All comparisons are made on
 * {@code 4v / 10^k} in 126-bit fixed point, which the paper proves to be precise enough.
 *
 * <p>An instance is a reusable pair of results: {@link #of} fills it. For one thread at a time.
 */
public final class ShortestDecimal {

    private static final int FRACTION_BITS = 52;
    private static final int LEAST_EXPONENT = -1074;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final long WHOLE_LIMIT = 1L << 53;

    private long digits;
    private int exponent;

    /** The decimal digits as a whole number without trailing zeros; 0 for zero. */
    public long digits() {
        return digits;
    }

    /** The power of ten that the digits are multiplied with. */
    public int exponent() {
        return exponent;
    }

    /**
     * Finds digits and exponent of a number.
     *
     * @param value zero or more, finite
     */
    public void of(double value) {
        if (value < WHOLE_LIMIT && value == (long) value) {
            // Doubles are at most one apart here, so that all the digits are needed.
            set((long) value, 0);
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & (HIDDEN_BIT - 1);
        if (biased == 0) {
            find(fraction, LEAST_EXPONENT, false);
        } else {
            find(fraction | HIDDEN_BIT, LEAST_EXPONENT + biased - 1, fraction == 0 && biased > 1);
        }
    }

    /**
     * Finds the decimal for {@code significand * 2^power}.
     *
     * @param uneven whether the double below is only half as far away as the one above
     */
    private void find(long significand, int power, boolean uneven) {
        // Everything is counted in quarters of the spacing, so that the half-way points are whole.
        long quarters = significand << 2;
        int k = uneven ? floorLog10ThreeQuarters(power) : floorLog10(power);
        int shift = power + floorLog2OfPowerOfTen(-k) + 2;
        long high = Powers.high(-k);
        long low = Powers.low(-k);
        long value = scaled(high, low, quarters << shift);
        long lower = scaled(high, low, (quarters - (uneven ? 1 : 2)) << shift);
        long upper = scaled(high, low, (quarters + 2) << shift);
        // Half-way points read back as the even neighbour: they belong to us if we are even.
        long odd = significand & 1;
        choose(value, lower + odd, upper - odd, k);
    }

    private void choose(long value, long lower, long upper, int k) {
        long floor = value >> 2;
        if (floor >= 10) {
            long tens = floor / 10 * 10;
            boolean below = lower <= (tens << 2);
            boolean above = ((tens + 10) << 2) <= upper;
            if (below != above) {
                set(below ? tens : tens + 10, k);
                return;
            }
        }
        boolean below = lower <= (floor << 2);
        boolean above = ((floor + 1) << 2) <= upper;
        if (below != above) {
            set(below ? floor : floor + 1, k);
            return;
        }
        long remainder = value & 3;
        boolean down = remainder < 2 || (remainder == 2 && (floor & 1) == 0);
        set(down ? floor : floor + 1, k);
    }

    private void set(long number, int powerOfTen) {
        long rest = number;
        int zeros = 0;
        while (rest != 0 && rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        digits = rest;
        exponent = rest == 0 ? 0 : powerOfTen + zeros;
    }

    /**
     * The product of a 126-bit power of ten and a number, without the lowest 127 bits. What was cut
     * off shows as a one in the last place, so that comparisons with whole numbers stay right.
     */
    private static long scaled(long high, long low, long number) {
        long lowProduct = Math.multiplyHigh(low, number);
        long middle = ((high * number) >>> 1) + lowProduct;
        long whole = Math.multiplyHigh(high, number) + (middle >>> 63);
        return (middle & LOW_63) == 0 ? whole : whole | 1;
    }

    /** The whole part of log10(2^power), for the exponents of doubles. */
    private static int floorLog10(int power) {
        return (int) ((power * 661_971_961_083L) >> 41);
    }

    /** The whole part of log10(3/4 * 2^power). */
    private static int floorLog10ThreeQuarters(int power) {
        return (int) ((power * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    /** The whole part of log2(10^power). */
    private static int floorLog2OfPowerOfTen(int power) {
        return (int) ((power * 913_124_641_741L) >> 38);
    }

    /**
     * Powers of ten in 126 bits, rounded up, as two halves of 63 bits. Made once at the first use.
     */
    private static final class Powers {

        private static final int LEAST = -292;
        private static final int GREATEST = 324;
        private static final long[] HALVES = make();

        static long high(int power) {
            return HALVES[(power - LEAST) << 1];
        }

        static long low(int power) {
            return HALVES[((power - LEAST) << 1) + 1];
        }

        private static long[] make() {
            long[] halves = new long[(GREATEST - LEAST + 1) << 1];
            for (int power = LEAST; power <= GREATEST; power++) {
                // 10^power lies between 2^log and 2^(log+1); scaled, it fills 126 bits.
                int scale = 125 - floorLog2OfPowerOfTen(power);
                BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
                BigInteger floor =
                        power < 0
                                ? BigInteger.ONE.shiftLeft(scale).divide(ten)
                                : ten.shiftLeft(scale);
                BigInteger up = floor.add(BigInteger.ONE);
                halves[(power - LEAST) << 1] = up.shiftRight(63).longValueExact();
                halves[((power - LEAST) << 1) + 1] = up.longValue() & LOW_63;
            }
            return halves;
        }
    }
}
