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
package io.haumea.engine.row;

import io.haumea.sdk.data.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of one stream, decoded: the same for all rules that read the stream. Filled by one
 * thread, then handed over and not changed any more; must not be changed by readers.
 */
public final class DecodedBatch {

    private static final Object[] NO_ROW = {};

    private final @Nullable Object[][] rows;
    private final Metadata[] metadata;
    private final long[] arrivals;
    private @Nullable String @Nullable [] errors;
    private int size;
    private int rejected;
    private long bytes;
    private @Nullable String lastRejection;

    /**
     * An empty batch.
     *
     * @param capacity how many messages it can hold
     */
    public DecodedBatch(int capacity) {
        rows = new Object[capacity][];
        metadata = new Metadata[capacity];
        arrivals = new long[capacity];
    }

    /** How many messages it holds. */
    public int size() {
        return size;
    }

    /** Adds a decoded message. */
    void add(@Nullable Object[] row, Metadata about, long arrivalMillis) {
        rows[size] = row;
        metadata[size] = about;
        arrivals[size] = arrivalMillis;
        size++;
    }

    /** Adds a message that is an error event. */
    void addError(String text, Metadata about, long arrivalMillis) {
        if (errors == null) {
            errors = new String[rows.length];
        }
        errors[size] = text;
        add(NO_ROW, about, arrivalMillis);
    }

    /**
     * Counts a message that could not be read at all.
     *
     * @param reason why
     */
    public void reject(String reason) {
        reject(1, reason);
    }

    /**
     * Counts messages that could not be read at all.
     *
     * @param count how many
     * @param reason why the last one could not
     */
    public void reject(int count, String reason) {
        rejected += count;
        lastRejection = reason;
    }

    /**
     * Tells how much memory a message holds.
     *
     * @param more the bytes of its payload
     */
    public void weigh(long more) {
        bytes += more;
    }

    /** The bytes of all payloads. */
    public long bytes() {
        return bytes;
    }

    /** How many messages could not be read at all. */
    public int rejected() {
        return rejected;
    }

    /** Why the last of them could not be read, or null if there was none. */
    public @Nullable String lastRejection() {
        return lastRejection;
    }

    /** The slots of a message; those beyond the end are absent. */
    public @Nullable Object[] row(int index) {
        return rows[index];
    }

    /** The metadata of a message. */
    public Metadata metadata(int index) {
        return metadata[index];
    }

    /** When a message arrived, in ms since the epoch. */
    public long arrivalMillis(int index) {
        return arrivals[index];
    }

    /** The error that a message is, or null if it is a row. */
    public @Nullable String error(int index) {
        return errors == null ? null : errors[index];
    }
}
