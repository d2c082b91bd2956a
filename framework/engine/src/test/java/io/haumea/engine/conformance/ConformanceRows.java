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
package io.haumea.engine.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds conformance rows and reads their values. */
public final class ConformanceRows {

    private static final String FOLDER = "haumea.conformance";

    private ConformanceRows() {}

    /**
     * The rows of a file, from the folder named by the system property {@code haumea.conformance},
     * else from {@code shared/conformance} beside the repository; empty if there is no such file.
     *
     * @param name the name of the file
     * @return its rows
     * @throws IOException if it can't be read
     */
    public static Optional<List<JsonObject>> read(String name) throws IOException {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Files.readAllLines(file.get(), StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .toList());
    }

    private static Optional<Path> file(String name) {
        String given = System.getProperty(FOLDER);
        if (given != null) {
            return existing(Path.of(given, name));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Optional<Path> found = existing(folder.resolve("../shared/conformance/" + name));
            if (found.isPresent()) {
                return found;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /**
     * The members of an object as SDK values; none if there is none.
     *
     * @param object the object
     * @return its members
     */
    public static Map<String, @Nullable Object> fields(@Nullable JsonElement object) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (object != null && object.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member : object.getAsJsonObject().entrySet()) {
                fields.put(member.getKey(), value(member.getValue()));
            }
        }
        return fields;
    }

    /**
     * A value in the encoding of the rows as an SDK value.
     *
     * @param json the value
     * @return the same for the engine: whole numbers as longs, others and tagged ones as doubles
     */
    public static @Nullable Object value(JsonElement json) {
        if (json.isJsonNull()) {
            return null;
        }
        if (json.isJsonArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            json.getAsJsonArray().forEach(item -> items.add(value(item)));
            return items;
        }
        if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            if (object.has("$float")) {
                return object.get("$float").getAsDouble();
            }
            if (object.has("$time")) {
                return Instant.ofEpochMilli(object.get("$time").getAsLong())
                        .atOffset(ZoneOffset.UTC);
            }
            return fields(json);
        }
        return primitive(json.getAsJsonPrimitive());
    }

    private static Object primitive(JsonPrimitive json) {
        if (json.isBoolean()) {
            return json.getAsBoolean();
        }
        if (json.isString()) {
            return json.getAsString();
        }
        String digits = json.getAsString();
        return digits.matches("-?[0-9]+") ? (Object) Long.valueOf(digits) : json.getAsDouble();
    }

    /**
     * The same value with all numbers as doubles and members by name, as JSON has them and to
     * compare by value.
     *
     * @param value an SDK value
     * @return the copy
     */
    public static @Nullable Object byValue(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() + 0.0;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(byValue(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            map.forEach((key, item) -> members.put(String.valueOf(key), byValue(item)));
            return members;
        }
        return value;
    }
}
