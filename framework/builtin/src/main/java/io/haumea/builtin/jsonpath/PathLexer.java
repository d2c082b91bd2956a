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
package io.haumea.builtin.jsonpath;

import java.util.Locale;
import java.util.Set;

/**
 * Cuts a path into the tokens of Go's scanner: names, numbers, quoted texts and single characters.
 */
final class PathLexer {

    private static final int LONGEST = 8192;
    private static final char END_OF_TEXT = '\0';

    private final String path;
    private int at;
    private Token next;

    PathLexer(String path) {
        if (path.length() > LONGEST) {
            throw new PathException("the path is longer than " + LONGEST + " characters");
        }
        this.path = path;
        this.next = scan();
    }

    /** What a token is; all characters that are none of the others are symbols. */
    enum Kind {
        NAME("Ident"),
        WHOLE("Int"),
        FRACTION("Float"),
        CHARACTER("Char"),
        TEXT("String"),
        RAW_TEXT("RawString"),
        SYMBOL(""),
        END("EOF");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** One token with its place. */
    record Token(Kind kind, String text, int start, int end) {

        boolean is(char symbol) {
            return kind == Kind.SYMBOL && text.charAt(0) == symbol && text.length() == 1;
        }

        /** As messages name it. */
        String title() {
            return kind == Kind.SYMBOL ? '"' + text + '"' : kind.title;
        }
    }

    Token peek() {
        return next;
    }

    Token take() {
        Token taken = next;
        next = scan();
        return taken;
    }

    /** Takes the next token if it is that symbol. */
    boolean takeIf(char symbol) {
        if (!next.is(symbol)) {
            return false;
        }
        next = scan();
        return true;
    }

    /**
     * The longest symbol of a set that begins here, such as {@code >=} where a single character
     * would be {@code >}; the single character if there is none.
     */
    String longest(Set<String> symbols) {
        String longest = next.text();
        for (String symbol : symbols) {
            if (symbol.length() > longest.length() && path.startsWith(symbol, next.start())) {
                longest = symbol;
            }
        }
        return longest;
    }

    /** The exception for a token that doesn't fit here. */
    PathException unexpected(Token token, String unit) {
        return error(token, "unexpected " + token.title() + " while scanning " + unit);
    }

    /** The exception for a token in whose place others are possible. */
    PathException unexpected(Token token, String unit, String expected) {
        return error(
                token,
                "unexpected "
                        + token.title()
                        + " while scanning "
                        + unit
                        + " expected "
                        + expected);
    }

    /** An exception that tells the place of a token. */
    PathException error(Token token, String problem) {
        return new PathException(
                String.format(
                        Locale.ROOT,
                        "parsing error: %s\t:1:%d - 1:%d %s",
                        path,
                        token.start() + 1,
                        token.end() + 1,
                        problem));
    }

    private Token scan() {
        while (at < path.length() && " \t\r\n".indexOf(path.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        if (at == path.length()) {
            return new Token(Kind.END, "", start, start);
        }
        Kind kind = scanKind();
        return new Token(kind, path.substring(start, at), start, at);
    }

    private Kind scanKind() {
        int first = path.codePointAt(at);
        if (isNameStart(first)) {
            while (at < path.length() && isNamePart(path.codePointAt(at))) {
                at += Character.charCount(path.codePointAt(at));
            }
            return Kind.NAME;
        }
        if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
            return number();
        }
        if (first == '"' || first == '\'') {
            quoted((char) first, true);
            return first == '"' ? Kind.TEXT : Kind.CHARACTER;
        }
        if (first == '`') {
            quoted('`', false);
            return Kind.RAW_TEXT;
        }
        at += Character.charCount(first);
        return Kind.SYMBOL;
    }

    private Kind number() {
        digits();
        Kind kind = Kind.WHOLE;
        if (at(at) == '.') {
            kind = Kind.FRACTION;
            at++;
            digits();
        }
        int exponent = at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1;
        if ((at(at) == 'e' || at(at) == 'E') && isDigit(exponent)) {
            kind = Kind.FRACTION;
            at = exponent;
            digits();
        }
        return kind;
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    /** Goes behind the closing quote, or to the end of the line if there is none. */
    private void quoted(char quote, boolean escapes) {
        at++;
        while (at < path.length() && path.charAt(at) != quote) {
            if (escapes && path.charAt(at) == '\n') {
                return;
            }
            at += escapes && path.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, path.length());
    }

    private char at(int index) {
        return index < path.length() ? path.charAt(index) : END_OF_TEXT;
    }

    private boolean isDigit(int index) {
        return at(index) >= '0' && at(index) <= '9';
    }

    private static boolean isNameStart(int character) {
        return Character.isLetter(character) || character == '_';
    }

    private static boolean isNamePart(int character) {
        return isNameStart(character) || Character.isDigit(character);
    }
}
