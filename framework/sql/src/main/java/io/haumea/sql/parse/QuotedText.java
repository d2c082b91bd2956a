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

import java.util.Locale;

/** Texts in double quotes: how messages show them, and what escapes in a literal mean. */
final class QuotedText {

    private static final String ESCAPES = "abfnrtv\\\"'";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"'";

    private QuotedText() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = c == '\'' ? -1 : ESCAPED.indexOf(c);
            if (escape >= 0) {
                quoted.append('\\').append(ESCAPES.charAt(escape));
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /**
     * Resolves escapes: {@code \n} and the like, {@code \}{@code uHHHH}, {@code \UHHHHHHHH}, {@code
     * \xHH}, {@code \ooo}. A backslash before anything else stays, so that regular expressions need
     * not double it.
     */
    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                i++;
            } else {
                i = escape(raw, i + 1, text);
            }
        }
        return text.toString();
    }

    private static int escape(String raw, int at, StringBuilder text) {
        char kind = raw.charAt(at);
        int simple = ESCAPES.indexOf(kind);
        if (simple >= 0) {
            text.append(ESCAPED.charAt(simple));
            return at + 1;
        }
        return switch (kind) {
            case 'x' -> code(raw, at, new Digits(1, 2, 16), text);
            case 'u' -> code(raw, at, new Digits(1, 4, 16), text);
            case 'U' -> code(raw, at, new Digits(1, 8, 16), text);
            default -> code(raw, at, new Digits(0, 3, 8), text);
        };
    }

    private static int code(String raw, int at, Digits digits, StringBuilder text) {
        int from = at + digits.skip;
        int to = from + digits.count;
        long code = 0;
        for (int i = from; i < to; i++) {
            int digit = i < raw.length() ? Character.digit(raw.charAt(i), digits.radix) : -1;
            if (digit < 0) {
                text.append('\\');
                return at;
            }
            code = code * digits.radix + digit;
        }
        if (code > Character.MAX_CODE_POINT) {
            text.append('\\');
            return at;
        }
        text.appendCodePoint((int) code);
        return to;
    }

    private record Digits(int skip, int count, int radix) {}
}
