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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.util.Locale;

/**
 * Makes the exceptions for payloads that are not JSON: what was found where, and what belongs
 * there.
 */
final class InvalidJson {

    private InvalidJson() {}

    /**
     * Something else should stand at a place.
     *
     * @param bytes the payload
     * @param at the place; at or behind the end if the payload is too short
     * @param expected what belongs there
     */
    static HaumeaException expected(byte[] bytes, int at, String expected) {
        return new HaumeaException(
                ErrorCode.INVALID_PAYLOAD,
                "The payload is not valid JSON: found "
                        + found(bytes, at)
                        + " at byte "
                        + Math.min(at, bytes.length)
                        + ", expected "
                        + expected);
    }

    /**
     * What stands at a place can't be used, though it may look well.
     *
     * @param at the place
     * @param problem what is wrong with it
     */
    static HaumeaException unusable(int at, String problem) {
        return new HaumeaException(
                ErrorCode.INVALID_PAYLOAD,
                "The payload can't be read: " + problem + " at byte " + at);
    }

    private static String found(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return "the end";
        }
        int value = bytes[at] & 0xFF;
        return value > ' ' && value < 0x7F
                ? "'" + (char) value + "'"
                : String.format(Locale.ROOT, "the byte 0x%02X", value);
    }
}
