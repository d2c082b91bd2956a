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
package io.haumea.server.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are read again and again, as at the start of thousands of rules: the text is read each
 * time, but understood anew only when it has changed. Thread-safe.
 */
final class YamlCache {

    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(String text, YamlFile content) {}

    YamlFile read(Path file) {
        String text = YamlFile.text(file);
        Entry known = entries.get(file);
        if (known == null || !known.text().equals(text)) {
            known = new Entry(text, YamlFile.parse(file, text));
            entries.put(file, known);
        }
        return known.content();
    }
}
