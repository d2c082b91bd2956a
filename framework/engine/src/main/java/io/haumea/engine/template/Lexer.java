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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a template into tokens: texts, and what actions in double braces are made of. */
final class Lexer {

    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final String SPACES = " \t\r\n";
    private static final int END = -1;

    private static final Set<String> KEYWORDS =
            Set.of(
                    "block",
                    "break",
                    "continue",
                    "define",
                    "else",
                    "end",
                    "if",
                    "range",
                    "template",
                    "with");

    private final Source source;
    private final String input;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int parentheses;

    private Lexer(Source source) {
        this.source = source;
        this.input = source.text();
    }

    /** The tokens; the last one is the end. */
    static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        boolean trim = false;
        while (at < input.length()) {
            int action = input.indexOf(LEFT, at);
            int end = action < 0 ? input.length() : action;
            boolean trimEnd = action >= 0 && leftTrim(action + LEFT.length());
            addText(at, end, trim, trimEnd);
            at = end;
            if (action >= 0) {
                trim = action(trimEnd);
            }
        }
        tokens.add(new Token(Kind.END, "", input.length()));
    }

    private void addText(int start, int end, boolean trimStart, boolean trimEnd) {
        int from = start;
        int to = end;
        while (trimStart && from < to && SPACES.indexOf(input.charAt(from)) >= 0) {
            from++;
        }
        while (trimEnd && from < to && SPACES.indexOf(input.charAt(to - 1)) >= 0) {
            to--;
        }
        if (from < to) {
            tokens.add(new Token(Kind.TEXT, input.substring(from, to), from));
        }
    }

    private boolean leftTrim(int place) {
        return input.startsWith("-", place) && isSpace(charAt(place + 1));
    }

    /** Reads an action, and tells whether the text after it is to be trimmed. */
    private boolean action(boolean trimmed) {
        int start = at;
        at += LEFT.length() + (trimmed ? 1 : 0);
        int inside = trimmed ? at + 1 : at;
        if (input.startsWith("/*", inside)) {
            return comment(start, inside);
        }
        tokens.add(new Token(Kind.LEFT_DELIMITER, LEFT, start));
        parentheses = 0;
        while (true) {
            int closing = closing(at);
            if (closing > 0) {
                if (parentheses > 0) {
                    throw source.invalid(at, "unclosed left paren");
                }
                boolean trim = closing > RIGHT.length();
                tokens.add(new Token(Kind.RIGHT_DELIMITER, RIGHT, at + closing - RIGHT.length()));
                at += closing;
                return trim;
            }
            token(start);
        }
    }

    private boolean comment(int start, int inside) {
        int end = input.indexOf("*/", inside + 2);
        if (end < 0) {
            throw source.invalid(start, "unclosed comment");
        }
        at = end + 2;
        int closing = closing(at);
        if (closing == 0) {
            throw source.invalid(start, "comment ends before closing delimiter");
        }
        at += closing;
        return closing > RIGHT.length();
    }

    /** How long the end of an action is that stands here, with its trim marker; 0 if none does. */
    private int closing(int place) {
        if (input.startsWith(RIGHT, place)) {
            return RIGHT.length();
        }
        return isSpace(charAt(place)) && input.startsWith("-" + RIGHT, place + 1)
                ? RIGHT.length() + 2
                : 0;
    }

    private void token(int actionStart) {
        int start = at;
        int c = charAt(at);
        if (c == END) {
            int line = source.line(actionStart);
            boolean far = line != source.line(at);
            String where = far ? " started at sink:" + line : "";
            throw source.invalid(far ? at : actionStart, "unclosed action" + where);
        }
        if (isSpace(c)) {
            spaces(start);
        } else if (c == '"') {
            quoted(start, '"', "unterminated quoted string", Kind.STRING);
        } else if (c == '\'') {
            quoted(start, '\'', "unterminated character constant", Kind.CHARACTER);
        } else if (c == '`') {
            raw(start);
        } else if (c == '.' && !isDigit(charAt(at + 1))) {
            at++;
            named(start, Kind.FIELD, Kind.DOT);
        } else if (c == '$') {
            at++;
            named(start, Kind.VARIABLE, Kind.VARIABLE);
        } else if (c == '+' || c == '-' || c == '.' || isDigit(c)) {
            number(start);
        } else if (isWord(input.codePointAt(at))) {
            word(start);
        } else {
            sign(start, c);
        }
    }

    private void sign(int start, int c) {
        Kind kind = Kind.OTHER;
        if (c == '=') {
            kind = Kind.ASSIGN;
        } else if (c == ':') {
            if (charAt(++at) != '=') {
                throw source.invalid(start, "expected :=");
            }
            kind = Kind.DECLARE;
        } else if (c == '|') {
            kind = Kind.PIPE;
        } else if (c == '(') {
            kind = Kind.LEFT_PARENTHESIS;
            parentheses++;
        } else if (c == ')') {
            kind = Kind.RIGHT_PARENTHESIS;
            if (--parentheses < 0) {
                throw source.invalid(start, "unexpected right paren");
            }
        } else if (c < ' ' || c >= 0x7F) {
            throw source.invalid(
                    start,
                    "unrecognized character in action: "
                            + Quoting.unicode(input.codePointAt(start)));
        }
        at++;
        add(kind, start);
    }

    private void spaces(int start) {
        while (isSpace(charAt(at)) && closing(at) == 0) {
            at++;
        }
        add(Kind.SPACE, start);
    }

    private void quoted(int start, char quote, String unterminated, Kind kind) {
        at++;
        while (charAt(at) != quote) {
            if (charAt(at) == '\\') {
                at++;
            }
            if (charAt(at) == END || charAt(at) == '\n') {
                throw source.invalid(start, unterminated);
            }
            at++;
        }
        at++;
        add(kind, start);
    }

    private void raw(int start) {
        int end = input.indexOf('`', at + 1);
        if (end < 0) {
            throw source.invalid(start, "unterminated raw quoted string");
        }
        at = end + 1;
        add(Kind.RAW_STRING, start);
    }

    /** A name after a dot or dollar sign; without one it is the sign alone. */
    private void named(int start, Kind kind, Kind bare) {
        skipWord();
        checkEnd();
        add(at == start + 1 ? bare : kind, start);
    }

    private void word(int start) {
        skipWord();
        checkEnd();
        String word = input.substring(start, at);
        if (KEYWORDS.contains(word)) {
            add(Kind.KEYWORD, start);
        } else if (word.equals("true") || word.equals("false")) {
            add(Kind.BOOLEAN, start);
        } else {
            add(word.equals("nil") ? Kind.NIL : Kind.IDENTIFIER, start);
        }
    }

    private void skipWord() {
        while (at < input.length() && isWord(input.codePointAt(at))) {
            at += Character.charCount(input.codePointAt(at));
        }
    }

    private void checkEnd() {
        int c = charAt(at);
        boolean ends = c == END || isSpace(c) || ".,|:)(".indexOf(c) >= 0 || closing(at) > 0;
        if (!ends) {
            throw source.invalid(at, "bad character " + Quoting.unicode(input.codePointAt(at)));
        }
    }

    /** Takes all that can belong to a number; whether it is one is seen when it is read. */
    private void number(int start) {
        at++;
        while (true) {
            int c = charAt(at);
            char before = input.charAt(at - 1);
            boolean hex = input.regionMatches(true, start, "0x", 0, 2);
            boolean exponent = hex ? before == 'p' || before == 'P' : "eE".indexOf(before) >= 0;
            boolean sign = (c == '+' || c == '-') && exponent;
            if (c == END || !(isDigit(c) || c == '.' || sign || isWord(c))) {
                break;
            }
            at++;
        }
        add(Kind.NUMBER, start);
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, input.substring(start, at), start));
    }

    private int charAt(int place) {
        return place < input.length() ? input.charAt(place) : END;
    }

    private static boolean isSpace(int c) {
        return c >= 0 && SPACES.indexOf(c) >= 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }
}
