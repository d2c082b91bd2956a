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

import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML file: its content, and where in the file each value is.
 *
 * @param root the content; empty if there is no such file
 * @param places file, line and column of values, by their path of lower-case keys joined with dots
 */
record YamlFile(Map<String, @Nullable Object> root, Map<String, String> places) {

    static YamlFile read(Path file) {
        return parse(file, text(file));
    }

    /** The text of a file; empty if there is none. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new ConfigException("cannot read " + file + ": " + DurableFile.reason(e), e);
        }
    }

    static YamlFile parse(Path file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                return new YamlFile(Map.of(), Map.of());
            }
            Map<String, String> places = new HashMap<>();
            collect(file, node.get(), "", places);
            Object content = new StandardConstructor(settings).constructSingleDocument(node);
            if (content == null) {
                return new YamlFile(Map.of(), Map.of());
            }
            if (!(content instanceof Map<?, ?> map)) {
                throw new ConfigException(
                        place(file, node.get())
                                + ": the file must consist of 'key: value' lines, but is "
                                + content);
            }
            return new YamlFile(plain(map), places);
        } catch (MarkedYamlEngineException e) {
            throw new ConfigException(problem(file, e), e);
        } catch (YamlEngineException e) {
            throw new ConfigException(file + ": " + oneLine(e.getMessage()), e);
        }
    }

    private static String problem(Path file, MarkedYamlEngineException e) {
        String where =
                e.getProblemMark()
                        .map(mark -> place(file, mark.getLine(), mark.getColumn()))
                        .orElse(file.toString());
        return where + ": " + oneLine(e.getProblem());
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "can't be understood" : text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static void collect(Path file, Node node, String path, Map<String, String> places) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String name = key.getValue().toLowerCase(Locale.ROOT);
                    String child = path.isEmpty() ? name : path + "." + name;
                    places.put(child, place(file, tuple.getValueNode()));
                    collect(file, tuple.getValueNode(), child, places);
                }
            }
        }
    }

    private static String place(Path file, Node node) {
        return node.getStartMark()
                .map(mark -> place(file, mark.getLine(), mark.getColumn()))
                .orElse(file.toString());
    }

    private static String place(Path file, int line, int column) {
        return file + ", line " + (line + 1) + ", column " + (column + 1);
    }

    /** Maps with text keys, whole numbers as Long: the values that JSON would give. */
    private static Map<String, @Nullable Object> plain(Map<?, ?> map) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), plainValue(value)));
        return result;
    }

    private static @Nullable Object plainValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(item -> result.add(plainValue(item)));
            return result;
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
