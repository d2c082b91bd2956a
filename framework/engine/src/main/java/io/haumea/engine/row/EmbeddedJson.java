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

import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists and structs that a message brings as texts, by the decoder of its stream. Not to be
 * used while that one is at work.
 */
final class EmbeddedJson {

    private static final String NAME = "list";

    private final Decoder decoder;

    EmbeddedJson(Decoder decoder) {
        this.decoder = decoder;
    }

    /** The list that a text is, or null if it is none. */
    @Nullable List<?> list(String text) {
        MessageDump read = read("{\"" + NAME + "\":" + text + "}");
        // More members mean that the text itself ended the list.
        boolean alone = read != null && read.keys() == 1;
        return alone && read.members().get(NAME) instanceof List<?> list ? list : null;
    }

    /** The members of the struct that a text is, or null if it is none. */
    @Nullable Map<?, ?> struct(String text) {
        MessageDump read = read(text);
        return read == null ? null : read.members();
    }

    private @Nullable MessageDump read(String text) {
        MessageDump read = new MessageDump();
        try {
            decoder.decode(text.getBytes(StandardCharsets.UTF_8), read);
            return read;
        } catch (HaumeaException e) {
            return null;
        }
    }
}
