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
package io.haumea.builtin.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Finds the ends of spaces, texts and words in a payload, and checks them on the way. Stateless:
 * every method takes a place and returns the place where the next part begins.
 */
final class Lexer {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private Lexer() {}

    /** The byte at a place, or 0 behind the end; 0 is not allowed anywhere in JSON. */
    static byte byteAt(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] : 0;
    }

    /** The first place from here on that holds no white space. */
    static int afterSpace(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /**
     * Checks a word such as {@code true}.
     *
     * @param at where its first letter stands
     * @return the place behind it
     */
    static int afterWord(byte[] bytes, int at, String word) {
        for (int i = 1; i < word.length(); i++) {
            if (byteAt(bytes, at + i) != word.charAt(i)) {
                throw InvalidJson.expected(bytes, at + i, "the rest of '" + word + "'");
            }
        }
        return at + word.length();
    }

    /**
     * Checks a text.
     *
     * @param from the place behind its opening quote
     * @return the place of its closing quote; its complement ({@code ~place}) if the text has
     *     escapes
     */
    static int textEnd(byte[] bytes, int from) {
        int at = from;
        int escaped = 0;
        while (true) {
            at = plainEnd(bytes, at);
            byte found = byteAt(bytes, at);
            if (found == '"') {
                return at ^ escaped;
            }
            if (found == '\\') {
                escaped = -1;
                at = afterEscape(bytes, at);
            } else if (found < 0) {
                at = afterWideCharacter(bytes, at);
            } else {
                throw InvalidJson.expected(bytes, at, "a character of a text or its closing quote");
            }
        }
    }

    /**
     * The first place from here on that holds a quote, a backslash, a control character or a byte
     * beyond ASCII. Looks at eight bytes at once: in each byte the high bit is set by borrowing,
     * and the lowest bit set is always right.
     */
    private static int plainEnd(byte[] bytes, int from) {
        int at = from;
        while (at <= bytes.length - Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(bytes, at);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long special =
                    (eight
                                    | ((quotes - ONES) & ~quotes)
                                    | ((backslashes - ONES) & ~backslashes)
                                    | ((eight - SPACES) & ~eight))
                            & HIGH_BITS;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private static int afterEscape(byte[] bytes, int at) {
        switch (byteAt(bytes, at + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 2;
            }
            case 'u' -> {
                for (int i = at + 2; i < at + 6; i++) {
                    if (hexDigit(byteAt(bytes, i)) < 0) {
                        throw InvalidJson.expected(bytes, i, "a hexadecimal digit");
                    }
                }
                return at + 6;
            }
            default -> throw InvalidJson.expected(bytes, at + 1, "one of \"\\/bfnrtu after '\\'");
        }
    }

    private static int hexDigit(byte value) {
        return value < 0 ? -1 : Character.digit((char) value, 16);
    }

    /** Checks one character of two to four bytes; RFC 3629 tells which sequences there are. */
    private static int afterWideCharacter(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = byteAt(bytes, at + 1) & 0xFF;
        int length;
        boolean valid;
        if (first >= 0xC2 && first <= 0xDF) {
            length = 2;
            valid = isTrail(second);
        } else if (first >= 0xE0 && first <= 0xEF) {
            length = 3;
            valid =
                    second >= (first == 0xE0 ? 0xA0 : 0x80)
                            && second <= (first == 0xED ? 0x9F : 0xBF)
                            && isTrail(byteAt(bytes, at + 2));
        } else {
            length = 4;
            valid =
                    first >= 0xF0
                            && first <= 0xF4
                            && second >= (first == 0xF0 ? 0x90 : 0x80)
                            && second <= (first == 0xF4 ? 0x8F : 0xBF)
                            && isTrail(byteAt(bytes, at + 2))
                            && isTrail(byteAt(bytes, at + 3));
        }
        if (!valid) {
            throw InvalidJson.expected(bytes, at, "a text in UTF-8");
        }
        return at + length;
    }

    private static boolean isTrail(int value) {
        return (value & 0xC0) == 0x80;
    }

    /**
     * Makes the text of a part without escapes.
     *
     * @param from its first byte
     * @param to the byte after its last
     */
    static String plainText(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * Makes the text of a checked part with escapes. Half of a surrogate pair without its other
     * half becomes U+FFFD, as it stands for no character.
     *
     * @param from its first byte
     * @param to the byte after its last
     */
    static String escapedText(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\\') {
                end++;
            }
            text.append(plainText(bytes, at, end));
            at = end < to ? unescape(bytes, end, text) : to;
        }
        return text.toString();
    }

    private static int unescape(byte[] bytes, int at, StringBuilder text) {
        byte kind = bytes[at + 1];
        if (kind != 'u') {
            text.append(
                    switch (kind) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        default -> (char) kind;
                    });
            return at + 2;
        }
        char unit = codeUnit(bytes, at);
        if (!Character.isSurrogate(unit)) {
            text.append(unit);
            return at + 6;
        }
        // The text ends with a quote, so that the next bytes can be looked at.
        if (Character.isHighSurrogate(unit) && bytes[at + 6] == '\\' && bytes[at + 7] == 'u') {
            char low = codeUnit(bytes, at + 6);
            if (Character.isLowSurrogate(low)) {
                text.append(unit).append(low);
                return at + 12;
            }
        }
        text.append('\uFFFD');
        return at + 6;
    }

    private static char codeUnit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            unit = unit << 4 | hexDigit(bytes[i]);
        }
        return (char) unit;
    }
}
