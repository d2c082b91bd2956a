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
package io.haumea.sql.plan;

/** The operators between two values. */
public enum BinaryOperator {
    /** Product. */
    MULTIPLY("*"),
    /** Quotient; whole numbers give a whole number. */
    DIVIDE("/"),
    /** Remainder, with the sign of the dividend. */
    MODULO("%"),
    /** Bits in both, or both true. */
    BIT_AND("&"),
    /** Sum. */
    ADD("+"),
    /** Difference. */
    SUBTRACT("-"),
    /** Bits in any, or any true. */
    BIT_OR("|"),
    /** Bits in one alone, or one alone true. */
    BIT_XOR("^"),
    /** Equal. */
    EQUAL("="),
    /** Not equal. */
    NOT_EQUAL("!="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    LESS_OR_EQUAL("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    GREATER_OR_EQUAL(">="),
    /** Both true; NULL is unknown. */
    AND("AND"),
    /** Any true; NULL is unknown. */
    OR("OR");

    private final String text;

    BinaryOperator(String text) {
        this.text = text;
    }

    /** The operator as SQL writes it. */
    public String text() {
        return text;
    }
}
