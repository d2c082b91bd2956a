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

import java.math.BigInteger;

/**
 * A whole number from a payload that neither a declared type nor a double keeps exactly, such as
 * {@code 10796529505058023104}. It computes as the nearest double, and prints all its digits as
 * long as nothing computes with it. Immutable.
 */
public final class ExactNumber extends Number implements Comparable<ExactNumber> {

    private static final long serialVersionUID = 1L;

    private final BigInteger digits;

    private ExactNumber(BigInteger digits) {
        this.digits = digits;
    }

    /**
     * The number with these decimal digits.
     *
     * @param decimal digits, with a leading minus sign where negative
     * @return the number
     * @throws NumberFormatException if it is anything else
     */
    public static ExactNumber of(String decimal) {
        return new ExactNumber(new BigInteger(decimal));
    }

    /** The number in full. */
    public BigInteger toBigInteger() {
        return digits;
    }

    @Override
    public int intValue() {
        return digits.intValue();
    }

    @Override
    public long longValue() {
        return digits.longValue();
    }

    @Override
    public float floatValue() {
        return digits.floatValue();
    }

    @Override
    public double doubleValue() {
        return digits.doubleValue();
    }

    @Override
    public int compareTo(ExactNumber other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactNumber number && digits.equals(number.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** All the digits. */
    @Override
    public String toString() {
        return digits.toString();
    }
}
