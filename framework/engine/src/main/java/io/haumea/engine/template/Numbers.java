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
package io.haumea.engine.template;

import io.haumea.engine.template.Token.Kind;
import io.haumea.engine.template.text.Quoting;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Go writes them. */
final class Numbers {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
                            + "|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)");

    private static final String DIGITS = "[0-9](?:_?[0-9])*";
    private static final String HEX_DIGITS = "[0-9a-fA-F](?:_?[0-9a-fA-F])*";

    private static final Pattern FLOAT =
            Pattern.compile(
                    "[+-]?(?:(?:DIGITS\\.?(?:DIGITS)?|\\.DIGITS)(?:[eE][+-]?DIGITS)?"
                                    .replace("DIGITS", DIGITS)
                            + "|0[xX]_?(?:HEX\\.?(?:HEX)?|\\.HEX)[pP][+-]?"
                                    .replace("HEX", HEX_DIGITS)
                            + DIGITS
                            + ")");

    private Numbers() {}

    /** The value of a number or character: a Long or a Double. */
    static Object read(Tokens tokens, Token token) {
        if (token.is(Kind.CHARACTER)) {
            String text = tokens.unquoted(token);
            if (text.codePointCount(0, text.length()) != 1) {
                throw tokens.invalid(token, "malformed character constant: " + token.text());
            }
            return (long) text.codePointAt(0);
        }
        String text = token.text();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return whole(tokens, token, whole);
        }
        if (!FLOAT.matcher(text).matches()) {
            throw tokens.invalid(token, "bad number syntax: " + Quoting.quote(text));
        }
        double value = Double.parseDouble(text.replace("_", ""));
        if (Double.isInfinite(value)) {
            throw tokens.invalid(token, "illegal number syntax: " + Quoting.quote(text));
        }
        return isWhole(text) ? (Object) (long) value : (Object) value;
    }

    /** As in Go, {@code 1e3} is a whole number, but {@code 1000.0} is none. */
    private static boolean isWhole(String text) {
        double value = Double.parseDouble(text.replace("_", ""));
        boolean hexadecimal = text.toLowerCase(Locale.ROOT).contains("0x");
        return !hexadecimal
                && text.indexOf('.') < 0
                && value == Math.rint(value)
                && Math.abs(value) < 0x1p63;
    }

    private static long whole(Tokens tokens, Token token, Matcher number) {
        String digits = number.group(2).replace("_", "").toLowerCase(Locale.ROOT);
        int radix = 10;
        int skip = 0;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            char letter = digits.charAt(1);
            radix = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
            skip = Character.isLetter(letter) ? 2 : 1;
        }
        BigInteger value = new BigInteger(digits.substring(skip), radix);
        value = number.group(1).equals("-") ? value.negate() : value;
        if (value.bitLength() > 63) {
            throw tokens.invalid(token, "integer overflow: " + token.text());
        }
        return value.longValue();
    }
}
