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
package io.haumea.sql.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the conformance rows of the parser. */
final class ParserRows {

    private static final String FOLDER = "haumea.conformance";

    private ParserRows() {}

    /**
     * The rows, from the folder named by the system property {@code haumea.conformance}, else from
     * {@code shared/conformance} beside the repository; empty if there is no such folder.
     */
    static Optional<List<JsonObject>> read() throws IOException {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Files.readAllLines(file.get(), StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .toList());
    }

    private static Optional<Path> file() {
        String given = System.getProperty(FOLDER);
        if (given != null) {
            return existing(Path.of(given));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Optional<Path> found = existing(folder.resolve("../shared/conformance"));
            if (found.isPresent()) {
                return found;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path folder) {
        return Optional.of(folder.resolve("parser-rows.jsonl")).filter(Files::isRegularFile);
    }
}
