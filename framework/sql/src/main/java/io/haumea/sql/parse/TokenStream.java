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

import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import java.util.List;
import java.util.Set;

/** The tokens of a text with a place in them. */
final class TokenStream {

    /** How deep parentheses, calls and types may be nested: protects the thread's stack. */
    private static final int MAX_NESTING = 200;

    private final List<Token> tokens;
    private int at;
    private int nesting;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean acceptWord(String word) {
        if (!atWord(word)) {
            return false;
        }
        at++;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!atSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes a symbol, or fails with the token found and {@code , expected}. */
    void expectSymbol(String symbol, String expected) {
        if (!acceptSymbol(symbol)) {
            throw found(peek(), expected);
        }
    }

    void expectWord(String word, String expected) {
        if (!acceptWord(word)) {
            throw found(peek(), expected);
        }
    }

    /** Takes a name: any in backticks, or a word that is not reserved here. */
    Token expectName(Set<String> reserved, String expected) {
        Token token = peek();
        boolean name =
                token.kind() == Kind.QUOTED
                        || (token.kind() == Kind.WORD && !token.isWordOf(reserved));
        if (!name) {
            throw found(token, expected);
        }
        return next();
    }

    boolean atEnd() {
        return peek().kind() == Kind.END || atSymbol(";");
    }

    void enter(Position position) {
        nesting++;
        if (nesting > MAX_NESTING) {
            throw new SqlException(
                    "The statement is nested too deeply: at most "
                            + MAX_NESTING
                            + " levels are possible.",
                    position);
        }
    }

    void leave() {
        nesting--;
    }

    static SqlException found(Token token, String expected) {
        return new SqlException("found " + token.shown() + ", " + expected, token.position());
    }
}
