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
package io.haumea.sdk.data;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message as a source hands it over: a payload to be decoded by the stream's format, or fields
 * that the source has decoded itself; with metadata, and where the source can do such things, an
 * offset to go back to or an acknowledgement to give.
 *
 * <p>Immutable. The payload array belongs to the message once handed over; nobody may change it.
 */
public final class Message {

    private final byte @Nullable [] payload;
    private final @Nullable Map<String, @Nullable Object> fields;
    private final Metadata metadata;
    private final @Nullable Object offset;
    private final @Nullable Runnable acknowledgement;

    private Message(
            byte @Nullable [] payload,
            @Nullable Map<String, @Nullable Object> fields,
            Metadata metadata,
            @Nullable Object offset,
            @Nullable Runnable acknowledgement) {
        this.payload = payload;
        this.fields = fields;
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.offset = offset;
        this.acknowledgement = acknowledgement;
    }

    /**
     * A message to be decoded by the stream's format.
     *
     * @param payload the bytes; not copied
     * @param metadata what else is known
     * @return the message
     */
    public static Message payload(byte[] payload, Metadata metadata) {
        return new Message(Objects.requireNonNull(payload, "payload"), null, metadata, null, null);
    }

    /**
     * A message that the source has decoded itself.
     *
     * @param fields names and SDK values (see {@link DataType}); not copied
     * @param metadata what else is known
     * @return the message
     */
    public static Message fields(Map<String, @Nullable Object> fields, Metadata metadata) {
        return new Message(null, Objects.requireNonNull(fields, "fields"), metadata, null, null);
    }

    /**
     * The same message with the position after it, for a source that can go back.
     *
     * @param position an SDK value that the source understands when asked to rewind
     * @return the message
     */
    public Message withOffset(Object position) {
        return new Message(payload, fields, metadata, position, acknowledgement);
    }

    /**
     * The same message with what is to be run once it is safely kept.
     *
     * @param acknowledge called at most once, from any thread; must not block
     * @return the message
     */
    public Message withAcknowledgement(Runnable acknowledge) {
        return new Message(payload, fields, metadata, offset, acknowledge);
    }

    /** The bytes, or null if the source has decoded the message itself. Not to be changed. */
    public byte @Nullable [] payload() {
        return payload;
    }

    /** The decoded fields, or null if there is a payload. Not to be changed. */
    public @Nullable Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** What else is known. */
    public Metadata metadata() {
        return metadata;
    }

    /** The position after this message, if the source can go back to it. */
    public Optional<Object> offset() {
        return Optional.ofNullable(offset);
    }

    /** What is to be run once the message is safely kept, if the source wants to know. */
    public Optional<Runnable> acknowledgement() {
        return Optional.ofNullable(acknowledgement);
    }
}
