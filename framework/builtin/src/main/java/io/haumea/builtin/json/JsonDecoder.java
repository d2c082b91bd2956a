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

import io.haumea.sdk.format.Decoder;
import io.haumea.sdk.format.RowBuilder;

/**
 * Reads one JSON object (RFC 8259) byte by byte. Keys and values that nobody wants are checked, and
 * leave no garbage.
 */
final class JsonDecoder implements Decoder {

    private final NumberScanner numbers = new NumberScanner();
    private final NestedReader nested = new NestedReader(numbers);

    @Override
    public void decode(byte[] payload, RowBuilder row) {
        int at = afterSpace(payload, 0);
        if (byteAt(payload, at) == 'n') {
            // As in EMQ X Kuiper 0.9, null is an object without members.
            requireEnd(payload, Lexer.afterWord(payload, at, "null"));
            return;
        }
        if (byteAt(payload, at) != '{') {
            throw InvalidJson.expected(payload, at, "an object, which begins with '{'");
        }
        at = afterSpace(payload, at + 1);
        at = byteAt(payload, at) == '}' ? at + 1 : afterMembers(payload, at, row);
        requireEnd(payload, at);
    }

    private static void requireEnd(byte[] payload, int from) {
        int at = afterSpace(payload, from);
        if (at != payload.length) {
            throw InvalidJson.expected(payload, at, "the end after the object");
        }
    }

    private int afterMembers(byte[] payload, int from, RowBuilder row) {
        int at = from;
        while (true) {
            if (byteAt(payload, at) != '"') {
                throw InvalidJson.expected(payload, at, "a key in double quotes");
            }
            int key = at + 1;
            int keyEnd = Lexer.textEnd(payload, key);
            int slot;
            if (keyEnd >= 0) {
                slot = row.slot(payload, key, keyEnd);
            } else {
                keyEnd = ~keyEnd;
                slot = row.slot(Lexer.escapedText(payload, key, keyEnd));
            }
            at = afterSpace(payload, keyEnd + 1);
            if (byteAt(payload, at) != ':') {
                throw InvalidJson.expected(payload, at, "':'");
            }
            at = afterSpace(payload, at + 1);
            at =
                    slot == RowBuilder.IGNORED
                            ? afterIgnored(payload, at)
                            : afterValue(payload, at, row, slot);
            at = afterSpace(payload, at);
            byte found = byteAt(payload, at);
            if (found == '}') {
                return at + 1;
            }
            if (found != ',') {
                throw InvalidJson.expected(payload, at, "',' or '}'");
            }
            at = afterSpace(payload, at + 1);
        }
    }

    private int afterIgnored(byte[] payload, int at) {
        byte first = byteAt(payload, at);
        if (first == '"') {
            int end = Lexer.textEnd(payload, at + 1);
            return Math.max(end, ~end) + 1;
        }
        return isNumber(first) ? numbers.scan(payload, at) : nested.skip(payload, at);
    }

    private int afterValue(byte[] payload, int at, RowBuilder row, int slot) {
        byte first = byteAt(payload, at);
        if (isNumber(first)) {
            int end = numbers.scan(payload, at);
            numbers.give(row, slot);
            return end;
        }
        switch (first) {
            case '"' -> {
                return afterText(payload, at + 1, row, slot);
            }
            case 't' -> {
                int end = Lexer.afterWord(payload, at, "true");
                row.setBoolean(slot, true);
                return end;
            }
            case 'f' -> {
                int end = Lexer.afterWord(payload, at, "false");
                row.setBoolean(slot, false);
                return end;
            }
            case 'n' -> {
                int end = Lexer.afterWord(payload, at, "null");
                row.setNull(slot);
                return end;
            }
            case '{', '[' -> {
                row.set(slot, nested.read(payload, at));
                return nested.end();
            }
            default -> throw InvalidJson.expected(payload, at, "a value");
        }
    }

    private static int afterText(byte[] payload, int from, RowBuilder row, int slot) {
        int end = Lexer.textEnd(payload, from);
        if (end >= 0) {
            row.setText(slot, payload, from, end);
            return end + 1;
        }
        row.set(slot, Lexer.escapedText(payload, from, ~end));
        return ~end + 1;
    }

    private static boolean isNumber(byte first) {
        return first == '-' || (first >= '0' && first <= '9');
    }
}
