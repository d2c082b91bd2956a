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
package io.haumea.rest.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.haumea.server.json.JsonProblem;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as clients of the reference expect it. */
public final class Json {

    private static final Gson COMPACT =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson INDENTED = COMPACT.newBuilder().setPrettyPrinting().create();

    private Json() {}

    /**
     * Reads a JSON object. What follows its end is not looked at, and a document that is {@code
     * null} counts as an empty object; both as in the reference.
     *
     * @param text the document
     * @return the object
     * @throws InvalidJson if it is none
     */
    public static JsonObject object(String text) throws InvalidJson {
        if (text.isBlank()) {
            throw new InvalidJson("EOF");
        }
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        JsonElement value;
        try {
            value = JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            throw new InvalidJson(JsonProblem.of(e));
        }
        if (value.isJsonNull()) {
            return new JsonObject();
        }
        if (!value.isJsonObject()) {
            throw new InvalidJson("expected an object, but found " + kind(value));
        }
        return value.getAsJsonObject();
    }

    /**
     * A text member of an object, by its name in any case; of several the last.
     *
     * @param object the object
     * @param name the name
     * @return the text; empty if there is none
     * @throws InvalidJson if the member is no text
     */
    public static String string(JsonObject object, String name) throws InvalidJson {
        JsonElement found = null;
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                found = member.getValue();
            }
        }
        if (found == null || found.isJsonNull()) {
            return "";
        }
        if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isString()) {
            throw new InvalidJson("field " + name + " must be a string, but is " + kind(found));
        }
        return found.getAsString();
    }

    /**
     * Writes a value compactly; members that are null are kept.
     *
     * @param value the value
     * @return the text
     */
    public static String text(JsonElement value) {
        return COMPACT.toJson(value);
    }

    /**
     * Writes a value with two blanks of indent.
     *
     * @param value the value
     * @return the text
     */
    public static String indented(JsonElement value) {
        return escapeHtml(INDENTED.toJson(value));
    }

    /** Replaces what HTML could take for markup; outside of texts JSON has no such signs. */
    static String escapeHtml(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String kind(@Nullable JsonElement value) {
        if (value == null || value.isJsonNull()) {
            return "null";
        }
        if (value.isJsonArray()) {
            return "an array";
        }
        if (value.isJsonObject()) {
            return "an object";
        }
        return value.getAsJsonPrimitive().isString()
                ? "a string"
                : value.getAsJsonPrimitive().isNumber() ? "a number" : "a boolean";
    }

    /** A text that is not the JSON that was asked for. */
    public static final class InvalidJson extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidJson(String message) {
            super(message);
        }
    }
}
