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
package io.haumea.engine.template.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts in double quotes with escapes, as Go writes and reads them. */
public final class Quoting {

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000B\\";
    private static final String LETTERS = "abfnrtv\\";

    private Quoting() {}

    /** A text in double quotes. */
    public static String quote(String text) {
        return quote(text, '"', false);
    }

    /**
     * A text in quotes.
     *
     * @param text the text
     * @param quote the quote, which is escaped inside
     * @param ascii whether other characters than those of ASCII are escaped
     * @return the quoted text
     */
    public static String quote(String text, char quote, boolean ascii) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> append(quoted, c, quote, ascii));
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder quoted, int c, char quote, boolean ascii) {
        int letter = ESCAPED.indexOf(c);
        if (letter >= 0) {
            quoted.append('\\').append(LETTERS.charAt(letter));
        } else if (c == quote) {
            quoted.append('\\').append(quote);
        } else if (printable(c) && !(ascii && c >= 0x80)) {
            quoted.appendCodePoint(c);
        } else if (c < ' ' || c == 0x7F) {
            quoted.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else {
            quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        }
    }

    /** Whether a character can be seen, or is the space. */
    public static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    /** A character by its number, such as {@code U+002B '+'}. */
    public static String unicode(int c) {
        String number = String.format(Locale.ROOT, "U+%04X", c);
        return printable(c) ? number + " '" + Character.toString(c) + "'" : number;
    }

    /**
     * What a text in quotes says.
     *
     * @param quoted with its quotes
     * @return the text, or null if an escape is none
     */
    public static @Nullable String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        int end = quoted.length() - 1;
        int at = 1;
        while (at < end) {
            char c = quoted.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            at = escape(quoted, at, end, text);
            if (at < 0) {
                return null;
            }
        }
        return text.toString();
    }

    /** Reads what follows a backslash, and returns the place after it; -1 if it is no escape. */
    private static int escape(String quoted, int at, int end, StringBuilder text) {
        char c = quoted.charAt(at);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            text.append(ESCAPED.charAt(letter));
            return at + 1;
        }
        if (c == quoted.charAt(0)) {
            text.append(c);
            return at + 1;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        boolean octal = c >= '0' && c <= '7';
        int from = octal ? at : at + 1;
        int to = octal ? at + 3 : from + digits;
        if ((digits == 0 && !octal) || to > end) {
            return -1;
        }
        return number(quoted.substring(from, to), octal, text) ? to : -1;
    }

    private static boolean number(String digits, boolean octal, StringBuilder text) {
        int most = octal ? 0xFF : Character.MAX_CODE_POINT;
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), octal ? 8 : 16);
            if (digit < 0 || digits.charAt(i) >= 0x80) {
                return false;
            }
            value = value * (octal ? 8 : 16) + digit;
        }
        if (value > most || (value >= 0xD800 && value <= 0xDFFF)) {
            return false;
        }
        text.appendCodePoint((int) value);
        return true;
    }
}
