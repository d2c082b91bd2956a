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
package io.haumea.sql.parse;

import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers, with or without a minus. Whole numbers out of range become the nearest in range. */
final class NumberParser {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private NumberParser() {}

    /** Whether a number comes; {@code . 3} is one too. */
    static boolean atNumber(TokenStream tokens) {
        Token token = tokens.peek();
        return token.kind() == Kind.INTEGER
                || token.kind() == Kind.NUMBER
                || (token.isSymbol(".") && tokens.peekSecond().kind() == Kind.INTEGER);
    }

    static SyntaxExpression.Literal number(TokenStream tokens, Token first, boolean negative) {
        Token token = tokens.next();
        if (token.kind() == Kind.INTEGER) {
            return new SyntaxExpression.Literal(whole(token.text(), negative), first.position());
        }
        String text = token.isSymbol(".") ? "." + tokens.next().text() : token.text();
        if (text.indexOf('.') != text.lastIndexOf('.')) {
            throw new SqlException(
                    "found " + QuotedText.quote(text) + ", invalid number value.",
                    token.position());
        }
        double value = Double.parseDouble(text);
        return new SyntaxExpression.Literal(negative ? -value : value, first.position());
    }

    /** A whole number with an optional minus; null, with nothing taken, if something else comes. */
    static @Nullable Long optionalWhole(TokenStream tokens) {
        if (tokens.peek().kind() == Kind.INTEGER) {
            return whole(tokens.next().text(), false);
        }
        if (tokens.atSymbol("-") && tokens.peekSecond().kind() == Kind.INTEGER) {
            tokens.next();
            return whole(tokens.next().text(), true);
        }
        return null;
    }

    private static long whole(String digits, boolean negative) {
        if (digits.length() <= 18) {
            long value = Long.parseLong(digits);
            return negative ? -value : value;
        }
        if (digits.length() > 1000) {
            return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        BigInteger value = new BigInteger(digits);
        return (negative ? value.negate() : value).max(LEAST).min(GREATEST).longValueExact();
    }
}
