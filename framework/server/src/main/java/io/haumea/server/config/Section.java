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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Typed look-ups in a configuration file under its overrides; wrong values are told with place. */
final class Section {

    private final YamlFile file;
    private final String fallbackPlace;

    private Section(YamlFile file, String fallbackPlace) {
        this.file = file;
        this.fallbackPlace = fallbackPlace;
    }

    static Section of(Path file, List<String> names, Map<String, String> environment) {
        YamlFile content = new EnvironmentOverrides(environment).over(YamlFile.read(file), names);
        return new Section(content, file.toString());
    }

    boolean bool(String path, boolean otherwise) {
        Object value = find(path);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(path, value, "true or false");
    }

    /** A whole number from 0 to a greatest one. */
    long number(String path, long otherwise, long greatest) {
        Object value = find(path);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= 0 && number <= greatest) {
            return number;
        }
        throw wrong(
                path,
                value,
                greatest >= Integer.MAX_VALUE
                        ? "a whole number that is not negative"
                        : "a whole number from 0 to " + greatest);
    }

    /** What a setting says as it is written, with its place in the file; empty if nothing. */
    Optional<Written> written(String path) {
        Object value = find(path);
        return value == null
                ? Optional.empty()
                : Optional.of(new Written(value.toString(), place(path)));
    }

    /** A value and where it is. */
    record Written(String text, String place) {}

    String choice(String path, String otherwise, List<String> choices) {
        Object value = find(path);
        if (value == null) {
            return otherwise;
        }
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        if (choices.contains(text)) {
            return text;
        }
        throw wrong(path, value, "one of " + String.join(", ", choices));
    }

    List<String> list(String path) {
        Object value = find(path);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return Arrays.stream(value.toString().split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private @Nullable Object find(String path) {
        Object level = file.root();
        for (String key : path.split("\\.", -1)) {
            if (!(level instanceof Map<?, ?> map)) {
                return null;
            }
            level = child(map, key);
        }
        return level;
    }

    private static @Nullable Object child(Map<?, ?> map, String key) {
        Object exact = map.get(key);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (String.valueOf(entry.getKey()).equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private ConfigException wrong(String path, Object value, String wanted) {
        return new ConfigException(
                place(path) + ": " + path + " must be " + wanted + ", but is '" + value + "'");
    }

    private String place(String path) {
        return file.places().getOrDefault(path.toLowerCase(Locale.ROOT), fallbackPlace);
    }
}
