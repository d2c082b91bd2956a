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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes JSON texts that look like nobody would write them, and spoils them. */
final class RandomJson {

    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t\r ");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-0.0",
                    "1",
                    "-1",
                    "42",
                    "3.5",
                    "-2.25e3",
                    "1E5",
                    "1e+2",
                    "5e-1",
                    "0.1",
                    "100.0",
                    "9007199254740992",
                    "9007199254740993",
                    "-9007199254740993",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "10796529505058023104",
                    "123456789012345678901234567890",
                    "1e22",
                    "1e23",
                    "4.9e-324",
                    "2.2250738585072014e-308",
                    "1.7976931348623157e308",
                    "1e-400",
                    "123456789.123456789",
                    "0.30000000000000004",
                    "8.41e21",
                    "1e0");
    private static final List<String> TEXT_PARTS =
            List.of(
                    "a",
                    "temperature",
                    "A",
                    "é",
                    "中国",
                    "😀",
                    "\\n",
                    "\\\"",
                    "\\\\",
                    "\\/",
                    "\\u0041",
                    "\\u00e9",
                    "\\uD83D\\uDE00",
                    "\\b\\f\\r\\t",
                    "\\u0000",
                    " ",
                    "{",
                    "]",
                    "x y z",
                    "0123456789abcdef",
                    "\u007f",
                    "\u2028");
    private static final byte[] TEMPTING =
            "{}[]\",:\\ \t\n0123456789-+.eEtrufalsn/'\u0000\u001f".getBytes(StandardCharsets.UTF_8);

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** A valid object. */
    String object() {
        StringBuilder text = new StringBuilder();
        space(text);
        map(text, 0);
        space(text);
        return text.toString();
    }

    /** An object with a few bytes changed, added or taken away. */
    byte[] spoiled() {
        byte[] bytes = object().getBytes(StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 1; i++) {
            bytes = spoil(bytes, random.nextInt(bytes.length));
        }
        return bytes;
    }

    private byte[] spoil(byte[] bytes, int at) {
        byte other =
                random.nextInt(8) == 0
                        ? (byte) random.nextInt(256)
                        : TEMPTING[random.nextInt(TEMPTING.length)];
        switch (random.nextInt(4)) {
            case 0 -> {
                bytes[at] = other;
                return bytes;
            }
            case 1 -> {
                byte[] longer = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, longer, 0, at);
                longer[at] = other;
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                return longer;
            }
            case 2 -> {
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
                return shorter;
            }
            default -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
    }

    private void value(StringBuilder text, int level) {
        int kind = random.nextInt(level > 4 ? 5 : 7);
        switch (kind) {
            case 0 -> text.append(pick(List.of("true", "false", "null")));
            case 1, 2 -> number(text);
            case 3, 4 -> text(text);
            case 5 -> list(text, level + 1);
            default -> map(text, level + 1);
        }
    }

    private void number(StringBuilder text) {
        switch (random.nextInt(4)) {
            case 0 -> text.append(random.nextLong());
            case 1 -> text.append(random.nextInt(100_000) / 100.0);
            default -> text.append(pick(NUMBERS));
        }
    }

    private void text(StringBuilder text) {
        text.append('"');
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append(pick(TEXT_PARTS));
        }
        text.append('"');
    }

    private void list(StringBuilder text, int level) {
        text.append('[');
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            separate(text, i);
            value(text, level);
            space(text);
        }
        space(text);
        text.append(']');
    }

    private void map(StringBuilder text, int level) {
        text.append('{');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            separate(text, i);
            text(text);
            space(text);
            text.append(':');
            space(text);
            value(text, level);
            space(text);
        }
        space(text);
        text.append('}');
    }

    private void separate(StringBuilder text, int i) {
        if (i > 0) {
            text.append(',');
        }
        space(text);
    }

    private void space(StringBuilder text) {
        text.append(pick(SPACES));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
