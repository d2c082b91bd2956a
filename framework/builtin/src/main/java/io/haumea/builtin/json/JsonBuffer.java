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

import io.haumea.builtin.text.FloatText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A growing array of bytes that knows how JSON writes texts and numbers. */
final class JsonBuffer {

    private static final int FIRST_CAPACITY = 512;

    /** A buffer that grew beyond this is not kept for the next result. */
    private static final int KEPT_CAPACITY = 1 << 16;

    /** A character becomes at most six bytes, as an escape does. */
    private static final int BYTES_PER_CHAR = 6;

    private static final int CHUNK = 1024;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LEAST_LONG =
            Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.ISO_8859_1);
    private static final boolean[] PLAIN = plainCharacters();

    private final FloatText floats = new FloatText();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    private static boolean[] plainCharacters() {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', plain.length, true);
        for (char special : "\"\\<>&".toCharArray()) {
            plain[special] = false;
        }
        return plain;
    }

    /** Begins anew. */
    void clear() {
        size = 0;
        if (bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }

    /** A copy of what was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes one ASCII character as it is. */
    void add(char character) {
        reserve(1);
        bytes[size++] = (byte) character;
    }

    /** Writes bytes as they are. */
    void add(byte[] source) {
        add(source, 0);
    }

    /** Writes bytes as they are, without the first few. */
    void add(byte[] source, int from) {
        int length = source.length - from;
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** Writes ASCII text as it is. */
    void addAscii(String text) {
        add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes bytes in base64, in quotes. */
    void addBase64(byte[] source) {
        add('"');
        add(Base64.getEncoder().encode(source));
        add('"');
    }

    /** Writes a double that is a number. */
    void addDouble(double value) {
        reserve(FloatText.MOST_BYTES);
        size = floats.json(value, bytes, size);
    }

    /** Writes a whole number. */
    void addLong(long value) {
        if (value == Long.MIN_VALUE) {
            add(LEAST_LONG);
            return;
        }
        reserve(LEAST_LONG.length);
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int at = size + digitCount(rest);
        size = at;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    /** Writes so many digits of a number that is not negative, with leading zeros. */
    void addPadded(int value, int width) {
        reserve(width);
        int rest = value;
        for (int at = size + width - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }

    private static int digitCount(long value) {
        int count = 1;
        for (long limit = 10; value >= limit; limit *= 10) {
            count++;
            if (count == 19) {
                break;
            }
        }
        return count;
    }

    /** Writes a text in quotes. */
    void addText(String text) {
        add('"');
        int length = text.length();
        for (int from = 0; from < length; ) {
            // Room for one chunk at a time, lest a long text asks for six times its length.
            int to = Math.min(length, from + CHUNK);
            if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            reserve((to - from) * BYTES_PER_CHAR);
            from = addChunk(text, from, to);
        }
        add('"');
    }

    private int addChunk(String text, int from, int to) {
        byte[] target = bytes;
        int at = size;
        int i = from;
        while (i < to) {
            char character = text.charAt(i);
            if (character < PLAIN.length && PLAIN[character]) {
                target[at++] = (byte) character;
                i++;
            } else {
                size = at;
                i += addSpecial(text, i);
                at = size;
            }
        }
        size = at;
        return i;
    }

    /** Writes one character that is escaped or wide, and tells how many chars it had. */
    private int addSpecial(String text, int index) {
        char character = text.charAt(index);
        if (character < 0x80) {
            addAsciiEscape(character);
        } else if (character < 0x800) {
            bytes[size++] = (byte) (0xC0 | character >> 6);
            bytes[size++] = (byte) (0x80 | (character & 0x3F));
        } else if (Character.isSurrogate(character)) {
            int codePoint = text.codePointAt(index);
            if (codePoint == character) {
                addUnicodeEscape('\uFFFD');
                return 1;
            }
            bytes[size++] = (byte) (0xF0 | codePoint >> 18);
            bytes[size++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
            bytes[size++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
            bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
            return 2;
        } else if (character == '\u2028' || character == '\u2029') {
            addUnicodeEscape(character);
        } else {
            bytes[size++] = (byte) (0xE0 | character >> 12);
            bytes[size++] = (byte) (0x80 | (character >> 6 & 0x3F));
            bytes[size++] = (byte) (0x80 | (character & 0x3F));
        }
        return 1;
    }

    private void addAsciiEscape(char character) {
        char letter =
                switch (character) {
                    case '"', '\\' -> character;
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> 0;
                };
        if (letter == 0) {
            addUnicodeEscape(character);
        } else {
            bytes[size++] = '\\';
            bytes[size++] = (byte) letter;
        }
    }

    private void addUnicodeEscape(char character) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[character >> shift & 0xF];
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
