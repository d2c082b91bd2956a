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
import io.haumea.sql.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens. Never fails: what has no place becomes an illegal token. */
final class Lexer {

    private static final String SYMBOLS = "()[],;:.*/%&|^+-=<>#";
    private static final char NOTHING = '\0';

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        int end = text.indexOf(NOTHING);
        this.text = end < 0 ? text : text.substring(0, end);
    }

    /** The tokens, the last of which is {@link Kind#END}. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.scan()) {
            // one token, comment or run of blanks at a time
        }
        lexer.tokens.add(new Token(Kind.END, "", lexer.position(), lexer.at));
        return lexer.tokens;
    }

    private boolean scan() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (isBlank(c)) {
            advanceTo(at + 1);
        } else if (isLetter(c)) {
            add(Kind.WORD, wordEnd());
        } else if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)) && !afterName())) {
            number();
        } else if (c == '`') {
            quotedName();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '-' && charAt(at + 1) == '-') {
            int end = text.indexOf('\n', at);
            advanceTo(end < 0 ? text.length() : end);
        } else if (c == '/' && charAt(afterBlanks(at + 1)) == '*') {
            comment();
        } else {
            symbol(c);
        }
        return true;
    }

    private void number() {
        int end = at;
        boolean whole = true;
        while (isDigit(charAt(end)) || charAt(end) == '.') {
            whole &= charAt(end) != '.';
            end++;
        }
        add(whole ? Kind.INTEGER : Kind.NUMBER, end);
    }

    private void quotedName() {
        int close = text.indexOf('`', at + 1);
        int end = close < 0 ? text.length() : close;
        add(Kind.QUOTED, text.substring(at + 1, end), Math.min(end + 1, text.length()));
    }

    private void string(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            add(Kind.ILLEGAL, text.length());
        } else {
            add(Kind.STRING, QuotedText.unescape(text.substring(at + 1, end)), end + 1);
        }
    }

    private void comment() {
        int close = text.indexOf("*/", afterBlanks(at + 1) + 1);
        if (close < 0) {
            add(Kind.ILLEGAL, "", text.length());
        } else {
            advanceTo(close + 2);
        }
    }

    private void symbol(char c) {
        int next = afterBlanks(at + 1);
        char second = charAt(next);
        boolean pair =
                switch (c) {
                    case '!', '<', '>' -> second == '=';
                    case '-' -> second == '>';
                    default -> false;
                };
        if (pair) {
            add(Kind.SYMBOL, "" + c + second, next + 1);
        } else if (c == '<' && charAt(at + 1) == '>') {
            add(Kind.SYMBOL, "!=", at + 2);
        } else if (SYMBOLS.indexOf(c) >= 0) {
            add(Kind.SYMBOL, at + 1);
        } else {
            add(Kind.ILLEGAL, "", at + 1);
        }
    }

    /** Whether a name ends directly before, so that a dot belongs to it and not to a number. */
    private boolean afterName() {
        return at > 0
                && (isLetter(text.charAt(at - 1))
                        || isDigit(text.charAt(at - 1))
                        || text.charAt(at - 1) == '_'
                        || text.charAt(at - 1) == '`');
    }

    private int wordEnd() {
        int end = at;
        while (isLetter(charAt(end)) || isDigit(charAt(end)) || charAt(end) == '_') {
            end++;
        }
        return end;
    }

    private int afterBlanks(int from) {
        int end = from;
        while (isBlank(charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        add(kind, text.substring(at, end), end);
    }

    private void add(Kind kind, String content, int end) {
        tokens.add(new Token(kind, content, position(), at));
        advanceTo(end);
    }

    private void advanceTo(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = end;
    }

    private Position position() {
        return new Position(line, at - lineStart + 1);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : NOTHING;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
