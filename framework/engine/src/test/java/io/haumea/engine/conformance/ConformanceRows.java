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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files of the conformance folder. */
public final class ConformanceRows {

    private static final String FOLDER = "haumea.conformance";

    private ConformanceRows() {}

    /**
     * The rows of a file, from the folder named by the system property {@code haumea.conformance},
     * else from {@code shared/conformance} beside the repository; empty if there is no such folder.
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
            return existing(Path.of(given), name);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Optional<Path> found = existing(folder.resolve("../shared/conformance"), name);
            if (found.isPresent()) {
                return found;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path folder, String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    /**
     * A JSON document as SDK values; all numbers are doubles.
     *
     * @param element the document
     * @return the value
     */
    public static @Nullable Object value(JsonElement element) {
        if (element.isJsonNull()) {
            return null;
        }
        if (element.isJsonArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            element.getAsJsonArray().forEach(item -> list.add(value(item)));
            return list;
        }
        if (element.isJsonObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            element.getAsJsonObject().asMap().forEach((key, item) -> map.put(key, value(item)));
            return map;
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isNumber()
                ? (Object) new BigDecimal(primitive.getAsString()).doubleValue()
                : primitive.getAsString();
    }
}
