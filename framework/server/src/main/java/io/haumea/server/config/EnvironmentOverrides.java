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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variables such as {@code HAUMEA__RULE__QOS=1} that stand above a configuration file: the first
 * part names the file, each further one a level. Keys are those of the file in whatever case;
 * unknown ones are taken in lower case. Values are numbers, booleans, JSON lists and objects, or
 * text; where the file has a list, text with commas is one.
 */
final class EnvironmentOverrides {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+\\.\\d+([eE][+-]?\\d+)?");

    private static final Gson JSON =
            new GsonBuilder()
                    .setStrictness(Strictness.STRICT)
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .create();

    private final Map<String, String> environment;

    EnvironmentOverrides(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    /**
     * The file's content with the overrides put in.
     *
     * @param file the content of the file
     * @param names the upper-case names under which variables address the file; later ones win
     */
    YamlFile over(YamlFile file, List<String> names) {
        Map<String, @Nullable Object> root = copy(file.root());
        Map<String, String> places = new TreeMap<>(file.places());
        for (String name : names) {
            environment.forEach(
                    (variable, value) -> {
                        if (variable.startsWith(name + "__")) {
                            String[] keys = variable.substring(name.length() + 2).split("__", -1);
                            put(root, keys, value);
                            places.put(
                                    String.join(".", keys).toLowerCase(Locale.ROOT),
                                    "environment variable " + variable);
                        }
                    });
        }
        return new YamlFile(root, places);
    }

    private static void put(Map<String, @Nullable Object> root, String[] keys, String value) {
        Map<String, @Nullable Object> level = root;
        for (int i = 0; i < keys.length - 1; i++) {
            level = child(level, actualKey(level, keys[i]));
        }
        String last = actualKey(level, keys[keys.length - 1]);
        level.put(last, typed(value, level.get(last) instanceof List));
    }

    @SuppressWarnings("unchecked") // copy() makes all maps of the tree with text keys
    private static Map<String, @Nullable Object> child(
            Map<String, @Nullable Object> level, String key) {
        Object child = level.get(key);
        if (child instanceof Map) {
            return (Map<String, @Nullable Object>) child;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        level.put(key, made);
        return made;
    }

    private static String actualKey(Map<String, @Nullable Object> level, String key) {
        return level.keySet().stream()
                .filter(known -> known.equalsIgnoreCase(key))
                .findFirst()
                .orElse(key.toLowerCase(Locale.ROOT));
    }

    private static Object typed(String value, boolean list) {
        String text = value.strip();
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return JSON.fromJson(text, Object.class);
            } catch (JsonParseException e) {
                // Not JSON, such as [tcp://a:1883, tcp://b:1883] without quotes.
                return text.startsWith("[") && text.endsWith("]")
                        ? items(text.substring(1, text.length() - 1))
                        : value;
            }
        }
        if (list) {
            return items(text);
        }
        return scalar(value, text);
    }

    private static Object scalar(String value, String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        return DECIMAL.matcher(text).matches() ? (Object) Double.valueOf(text) : value;
    }

    private static List<Object> items(String text) {
        List<Object> items = new ArrayList<>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .forEach(item -> items.add(scalar(item, item)));
        return items;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach(
                (key, value) ->
                        result.put(
                                String.valueOf(key),
                                value instanceof Map<?, ?> child ? copy(child) : value));
        return result;
    }
}
