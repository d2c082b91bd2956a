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

import static io.haumea.builtin.json.Lexer.afterSpace;
import static io.haumea.builtin.json.Lexer.byteAt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists and maps inside a payload, or checks and skips them. */
final class NestedReader {

    /** How deep lists and maps may lie in each other, the payload's own object included. */
    static final int MOST_LEVELS = 512;

    private final NumberScanner numbers;
    private byte[] bytes = {};
    private int at;

    NestedReader(NumberScanner numbers) {
        this.numbers = numbers;
    }

    /** The place behind the value that was read or skipped last. */
    int end() {
        return at;
    }

    /**
     * Reads a list or map.
     *
     * @param payload the payload
     * @param from the place of its opening bracket
     * @return an unmodifiable list or map
     */
    Object read(byte[] payload, int from) {
        bytes = payload;
        at = from;
        return payload[from] == '[' ? list(2) : map(2);
    }

    /**
     * Checks a value of any kind.
     *
     * @param payload the payload
     * @param from its first place
     * @return the place behind it
     */
    int skip(byte[] payload, int from) {
        bytes = payload;
        at = from;
        skipValue(1);
        return at;
    }

    private @Nullable Object value(int level) {
        byte first = byteAt(bytes, at);
        return switch (first) {
            case '"' -> text();
            case '{' -> map(level + 1);
            case '[' -> list(level + 1);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> {
                at = number(first);
                yield numbers.value();
            }
        };
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        at = Lexer.afterWord(bytes, at, word);
        return meaning;
    }

    private List<@Nullable Object> list(int level) {
        List<@Nullable Object> items = new ArrayList<>();
        if (enter(level, ']')) {
            do {
                items.add(value(level));
            } while (another(']'));
        }
        return Collections.unmodifiableList(items);
    }

    private Map<String, @Nullable Object> map(int level) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (enter(level, '}')) {
            do {
                String key = keyText();
                members.put(key, value(level));
            } while (another('}'));
        }
        return Collections.unmodifiableMap(members);
    }

    private String keyText() {
        requireKey();
        String key = text();
        toMemberValue();
        return key;
    }

    private String text() {
        int from = at + 1;
        int end = Lexer.textEnd(bytes, from);
        at = Math.max(end, ~end) + 1;
        return end >= 0 ? Lexer.plainText(bytes, from, end) : Lexer.escapedText(bytes, from, ~end);
    }

    private void skipValue(int level) {
        byte first = byteAt(bytes, at);
        switch (first) {
            case '"' -> skipText();
            case '{' -> skipMap(level + 1);
            case '[' -> skipList(level + 1);
            case 't' -> at = Lexer.afterWord(bytes, at, "true");
            case 'f' -> at = Lexer.afterWord(bytes, at, "false");
            case 'n' -> at = Lexer.afterWord(bytes, at, "null");
            default -> at = number(first);
        }
    }

    private void skipList(int level) {
        if (enter(level, ']')) {
            do {
                skipValue(level);
            } while (another(']'));
        }
    }

    private void skipMap(int level) {
        if (enter(level, '}')) {
            do {
                requireKey();
                skipText();
                toMemberValue();
                skipValue(level);
            } while (another('}'));
        }
    }

    private void skipText() {
        int end = Lexer.textEnd(bytes, at + 1);
        at = Math.max(end, ~end) + 1;
    }

    private int number(byte first) {
        if (first != '-' && (first < '0' || first > '9')) {
            throw InvalidJson.expected(bytes, at, "a value");
        }
        return numbers.scan(bytes, at);
    }

    /** Goes behind an opening bracket; false if the closing one follows, which is passed too. */
    private boolean enter(int level, char close) {
        if (level > MOST_LEVELS) {
            throw InvalidJson.unusable(
                    at, "lists and maps lie in each other more than " + MOST_LEVELS + " deep");
        }
        at = afterSpace(bytes, at + 1);
        if (byteAt(bytes, at) == close) {
            at++;
            return false;
        }
        return true;
    }

    /** Goes to the next item behind a comma, or behind the closing bracket. */
    private boolean another(char close) {
        at = afterSpace(bytes, at);
        byte found = byteAt(bytes, at);
        if (found == ',') {
            at = afterSpace(bytes, at + 1);
            return true;
        }
        if (found != close) {
            throw InvalidJson.expected(bytes, at, "',' or '" + close + "'");
        }
        at++;
        return false;
    }

    private void requireKey() {
        if (byteAt(bytes, at) != '"') {
            throw InvalidJson.expected(bytes, at, "a key in double quotes");
        }
    }

    private void toMemberValue() {
        at = afterSpace(bytes, at);
        if (byteAt(bytes, at) != ':') {
            throw InvalidJson.expected(bytes, at, "':'");
        }
        at = afterSpace(bytes, at + 1);
    }
}
