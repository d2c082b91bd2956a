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
package io.haumea.sdk.format;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Receives the columns of one message from a decoder. The decoder asks for the slot of each key as
 * it meets it, and gives the value to that slot at once, before it asks for the next; a key that
 * nobody wants has the slot {@link #IGNORED}, and its value is checked and skipped.
 *
 * <p>Which keys are wanted, how spellings that differ in case are told apart, and what a declared
 * type makes of a value is decided behind this interface; decoders give values as they are written.
 */
@ProviderType
public interface RowBuilder {

    /** The slot of a key that nobody wants. */
    int IGNORED = -1;

    /**
     * The slot of a key.
     *
     * @param utf8 bytes that contain the key in UTF-8, without escapes
     * @param from its first byte
     * @param to the byte after its last
     * @return the slot, or {@link #IGNORED}
     */
    int slot(byte[] utf8, int from, int to);

    /**
     * The slot of a key.
     *
     * @param key the key
     * @return the slot, or {@link #IGNORED}
     */
    int slot(String key);

    /**
     * Gives SQL NULL.
     *
     * @param slot a slot that is not {@link #IGNORED}
     */
    void setNull(int slot);

    /**
     * Gives true or false.
     *
     * @param slot a slot that is not {@link #IGNORED}
     * @param value the value
     */
    void setBoolean(int slot, boolean value);

    /**
     * Gives a whole number that fits into 64 bits.
     *
     * @param slot a slot that is not {@link #IGNORED}
     * @param value the value
     */
    void setLong(int slot, long value);

    /**
     * Gives a number with a fraction or exponent.
     *
     * @param slot a slot that is not {@link #IGNORED}
     * @param value the value
     */
    void setDouble(int slot, double value);

    /**
     * Gives a text that stands in the payload as it is, so that nothing is made of it unless
     * somebody reads it.
     *
     * @param slot a slot that is not {@link #IGNORED}
     * @param utf8 bytes that contain the text in UTF-8, without escapes
     * @param from its first byte
     * @param to the byte after its last
     */
    void setText(int slot, byte[] utf8, int from, int to);

    /**
     * Gives any other value: a text, a list, a map, bytes, a date, a whole number beyond 64 bits.
     *
     * @param slot a slot that is not {@link #IGNORED}
     * @param value an SDK value (see {@link io.haumea.sdk.data.DataType}); numbers inside lists and
     *     maps that come without a declared type are doubles, or {@link
     *     io.haumea.sdk.data.ExactNumber}
     */
    void set(int slot, @Nullable Object value);
}
