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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes the quotes off a text of Go. */
final class QuotedText {

    private static final String ESCAPES = "abfnrtv\\";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000B\\";

    private final String quoted;
    private final StringBuilder text = new StringBuilder();
    private int at = 1;

    private QuotedText(String quoted) {
        this.quoted = quoted;
    }

    /** The text between quotes; empty if it is not closed or has an escape that is none. */
    static Optional<String> unquote(String quoted) {
        int last = quoted.length() - 1;
        if (last < 1 || quoted.charAt(0) != quoted.charAt(last)) {
            return Optional.empty();
        }
        if (quoted.charAt(0) == '`') {
            return Optional.of(quoted.substring(1, last).replace("\r", ""));
        }
        return new QuotedText(quoted).unquote();
    }

    private Optional<String> unquote() {
        int last = quoted.length() - 1;
        while (at < last) {
            char c = quoted.charAt(at);
            if (c == '\n') {
                return Optional.empty();
            }
            at++;
            if (c != '\\') {
                text.append(c);
            } else if (at >= last || !escape(last)) {
                return Optional.empty();
            }
        }
        boolean character = quoted.charAt(0) == '\'';
        return at != last || (character && text.codePoints().count() != 1)
                ? Optional.empty()
                : Optional.of(text.toString());
    }

    private boolean escape(int last) {
        char c = quoted.charAt(at);
        int simple = ESCAPES.indexOf(c);
        at++;
        if (simple >= 0 || c == quoted.charAt(0)) {
            text.append(simple >= 0 ? ESCAPED.charAt(simple) : c);
            return true;
        }
        return switch (c) {
            case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> bytes(last);
            case 'u' -> codePoint(4, last);
            case 'U' -> codePoint(8, last);
            default -> false;
        };
    }

    private boolean codePoint(int digits, int last) {
        int value = number(digits, 16, last);
        if (!Character.isValidCodePoint(value) || (value >= 0xD800 && value < 0xE000)) {
            return false;
        }
        text.appendCodePoint(value);
        return true;
    }

    /** A run of bytes written as numbers, which must be UTF-8. */
    private boolean bytes(int last) {
        ByteBuffer bytes = ByteBuffer.allocate(last);
        at--;
        do {
            boolean hex = quoted.charAt(at) == 'x';
            at += hex ? 1 : 0;
            int value = hex ? number(2, 16, last) : number(3, 8, last);
            if (value < 0 || value > 0xFF) {
                return false;
            }
            bytes.put((byte) value);
        } while (takeBackslashBeforeByte(last));
        try {
            text.append(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean takeBackslashBeforeByte(int last) {
        if (at + 1 < last
                && quoted.charAt(at) == '\\'
                && "x01234567".indexOf(quoted.charAt(at + 1)) >= 0) {
            at++;
            return true;
        }
        return false;
    }

    private int number(int digits, int radix, int last) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < last ? Character.digit(quoted.charAt(at), radix) : -1;
            if (digit < 0 || quoted.charAt(at) > 'f') {
                return -1;
            }
            value = value * radix + digit;
            at++;
        }
        return value;
    }
}
