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
package io.haumea.engine.expression;

import io.haumea.sdk.data.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What an expression looks at: the row of the source, shared with other rules and read-only, and
 * the rule's own row for what it computes. One object for each rule, filled again for each row.
 */
public final class Frame {

    private static final Object[] NOTHING = {};

    private @Nullable Object[] source = NOTHING;
    private Metadata metadata = Metadata.NONE;
    private @Nullable Object[] own = NOTHING;
    private int input;
    private long timestamp;

    /**
     * Looks at a message.
     *
     * @param stream which of the rule's streams it is of
     * @param sourceRow the row of its source
     * @param about its metadata
     * @param ownRow where the rule's computed slots go
     */
    public void message(
            int stream, @Nullable Object[] sourceRow, Metadata about, @Nullable Object[] ownRow) {
        input = stream;
        source = sourceRow;
        metadata = about;
        own = ownRow;
    }

    /**
     * Looks at a row of the rule's own.
     *
     * @param ownRow the row, as wide as the plan has slots
     */
    public void row(@Nullable Object[] ownRow) {
        source = NOTHING;
        own = ownRow;
    }

    /** The row of the source. */
    public @Nullable Object[] source() {
        return source;
    }

    /** The metadata of the message. */
    public Metadata metadata() {
        return metadata;
    }

    /** The rule's own row. */
    public @Nullable Object[] own() {
        return own;
    }

    /** Which of the rule's streams the message is of. */
    public int input() {
        return input;
    }

    /** The time that is in the message, in ms since the epoch; only with event time. */
    public long timestamp() {
        return timestamp;
    }

    /**
     * Notes the time that is in the message.
     *
     * @param millis in ms since the epoch
     */
    public void timestamp(long millis) {
        timestamp = millis;
    }
}
