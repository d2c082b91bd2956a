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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts secrets in where configuration refers to them: {@code ${env:NAME}} is an environment
 * variable, {@code ${file:PATH}} the content of a file without the line end, its path relative to
 * {@code etc}. What comes out is for the plugin alone: never for answers, files or logs.
 */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    private final Path etc;
    private final Map<String, String> environment;

    References(Path etc, Map<String, String> environment) {
        this.etc = etc;
        this.environment = environment;
    }

    /**
     * For what an administrator wrote into {@code etc}: any file may be referred to.
     *
     * @param owner who is configured, for messages
     */
    Map<String, @Nullable Object> trusted(Map<String, @Nullable Object> values, String owner) {
        return map(values, new Use(owner, etc.getRoot() == null ? etc : etc.getRoot()));
    }

    /**
     * For what came through the API: only files in {@code etc/secrets} may be referred to, so that
     * whoever may edit rules can't read other files with them.
     *
     * @param owner who is configured, for messages
     */
    Map<String, @Nullable Object> untrusted(Map<String, @Nullable Object> values, String owner) {
        return map(values, new Use(owner, etc.resolve("secrets")));
    }

    private record Use(String owner, Path allowed) {}

    private Map<String, @Nullable Object> map(Map<?, ?> values, Use use) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        values.forEach((key, value) -> result.put(String.valueOf(key), value(value, use)));
        return result;
    }

    private @Nullable Object value(@Nullable Object value, Use use) {
        if (value instanceof String text) {
            return text.contains("${") ? text(text, use) : text;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, use);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(item -> result.add(value(item, use)));
            return result;
        }
        return value;
    }

    private String text(String text, Use use) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        resolve(match.group(1), match.group(2), use)));
    }

    private String resolve(String kind, String name, Use use) {
        if (kind.equals("env")) {
            String value = environment.get(name);
            if (value == null) {
                throw new ConfigException(
                        use.owner()
                                + " refers to the environment variable "
                                + name
                                + ", which is not set");
            }
            return value;
        }
        Path file = etc.resolve(name).normalize();
        if (!file.startsWith(use.allowed())) {
            throw new ConfigException(
                    use.owner()
                            + " refers to the file "
                            + name
                            + ", but may only refer to files in "
                            + use.allowed());
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new ConfigException(
                    use.owner() + " refers to the file " + file + ", which can't be read", e);
        }
    }
}
