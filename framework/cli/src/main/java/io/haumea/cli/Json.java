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
package io.haumea.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

/** Reads and prints JSON. */
final class Json {

    private static final Gson COMPACT =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson INDENTED = COMPACT.newBuilder().setPrettyPrinting().create();

    private Json() {}

    /**
     * Reads a document.
     *
     * @throws JsonParseException if it is none
     */
    static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader);
    }

    /** An array that the server has sent. */
    static JsonArray array(String text) {
        JsonElement value = answer(text);
        if (!value.isJsonArray()) {
            throw notHaumea();
        }
        return value.getAsJsonArray();
    }

    /** An object that the server has sent. */
    static JsonObject object(String text) {
        JsonElement value = answer(text);
        if (!value.isJsonObject()) {
            throw notHaumea();
        }
        return value.getAsJsonObject();
    }

    static String compact(JsonElement value) {
        return COMPACT.toJson(value);
    }

    static String indented(JsonElement value) {
        return INDENTED.toJson(value);
    }

    private static JsonElement answer(String text) {
        try {
            return parse(text);
        } catch (JsonParseException e) {
            throw notHaumea();
        }
    }

    private static Failure notHaumea() {
        return new Failure(
                Failure.NO_SERVER,
                "the server's answer can't be understood; is that a Haumea server?");
    }
}
