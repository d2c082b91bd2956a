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

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.haumea.sdk.data.ExactNumber;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a payload holds by Gson in strict mode, brought into SDK values.
 *
 * <p>Deliberate differences, made up for here: Gson sees chars, so that bytes that are no UTF-8 are
 * refused first; it passes over a byte order mark, which RFC 8259 lets a parser refuse; it does not
 * look at the range of numbers, and we refuse those beyond that of doubles; it refuses escapes of
 * half surrogate pairs, which become U+FFFD with us as with EMQ X Kuiper; it gives numbers of more
 * than a thousand digits up.
 */
final class GsonReference {

    /** An escape of any kind; a pair of surrogates counts as one. */
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\u(?i:d[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2})"
                            + "|(\\\\u(?i:d[89a-f][0-9a-f]{2}))"
                            + "|\\\\.",
                    Pattern.DOTALL);

    private GsonReference() {}

    /** The members of the object, or empty if the payload is to be refused. */
    static Optional<Map<String, @Nullable Object>> decode(byte[] payload) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
            if (text.startsWith("\uFEFF")) {
                return Optional.empty();
            }
            JsonReader reader = new JsonReader(new StringReader(wholePairs(text)));
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(NestedReader.MOST_LEVELS);
            if (reader.peek() != JsonToken.BEGIN_OBJECT && reader.peek() != JsonToken.NULL) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> members = whole(reader);
            return reader.peek() == JsonToken.END_DOCUMENT
                    ? Optional.of(members)
                    : Optional.empty();
        } catch (CharacterCodingException | MalformedJsonException | EOFException e) {
            return Optional.empty();
        } catch (OutOfRangeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A payload of null is an object without members. */
    private static Map<String, @Nullable Object> whole(JsonReader reader) throws IOException {
        if (reader.peek() == JsonToken.NULL) {
            reader.nextNull();
            return Map.of();
        }
        return map(reader, true);
    }

    private static Map<String, @Nullable Object> map(JsonReader reader, boolean top)
            throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            members.put(key, value(reader, top));
        }
        reader.endObject();
        return members;
    }

    private static @Nullable Object value(JsonReader reader, boolean top) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                return map(reader, false);
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    items.add(value(reader, false));
                }
                reader.endArray();
                return items;
            }
            case STRING -> {
                return reader.nextString();
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NULL -> {
                reader.nextNull();
                return null;
            }
            default -> {
                return number(reader.nextString(), top);
            }
        }
    }

    private static Object number(String text, boolean top) {
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new OutOfRangeException();
        }
        if (text.equals("-0") || !text.matches("-?[0-9]+")) {
            return number;
        }
        BigInteger exact = new BigInteger(text);
        if (top) {
            return exact.bitLength() < Long.SIZE
                    ? (Object) exact.longValue()
                    : ExactNumber.of(text);
        }
        return new BigDecimal(number).compareTo(new BigDecimal(exact)) == 0
                ? (Object) number
                : ExactNumber.of(text);
    }

    private static String wholePairs(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(1) == null ? match.group() : "\\uFFFD"));
    }

    private static final class OutOfRangeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
