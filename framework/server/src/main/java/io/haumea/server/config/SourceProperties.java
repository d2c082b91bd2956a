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

import io.haumea.sql.error.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The properties that configuration gives to sources and actions. Files are read anew each time, so
 * that a change takes effect when a rule is started again. Thread-safe.
 */
public final class SourceProperties {

    private static final Logger LOG = LoggerFactory.getLogger(SourceProperties.class);

    /** What can be a file name without leading out of its folder. */
    private static final Pattern SAFE_TYPE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");

    /** Its file has a name and place of its own. */
    private static final String MQTT = "mqtt";

    private final Path etc;
    private final Map<String, String> environment;
    private final References references;
    private final YamlCache files = new YamlCache();

    /**
     * Reads nothing yet.
     *
     * @param etc the folder of the configuration
     * @param environment the environment variables
     */
    public SourceProperties(Path etc, Map<String, String> environment) {
        this.etc = etc;
        this.environment = Map.copyOf(environment);
        this.references = new References(etc, this.environment);
    }

    /**
     * The properties of a source: the section {@code default} of the type's file, with the keys of
     * the section that {@code CONF_KEY} names put over it.
     *
     * @param type the source's type as written in {@code TYPE}
     * @param confKey the name of a section, or null
     * @return the properties, references resolved; empty if there is no file
     * @throws ConfigException if the file or a reference can't be read
     */
    public Map<String, @Nullable Object> source(String type, @Nullable String confKey) {
        Optional<Path> known = file(type);
        if (known.isEmpty()) {
            return Map.of();
        }
        Path file = known.get();
        if (!Files.exists(file)) {
            LOG.debug("There is no {}: the source {} runs with its defaults", file, type);
        }
        YamlFile content = content(type, file);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (content.root().get("default") instanceof Map<?, ?> defaults) {
            defaults.forEach((key, value) -> properties.put(String.valueOf(key), value));
            if (confKey != null && content.root().get(confKey) instanceof Map<?, ?> section) {
                section.forEach((key, value) -> properties.put(String.valueOf(key), value));
            }
        }
        return references.trusted(properties, file.toString());
    }

    /**
     * What is wrong with the name of a section; a source with such a name uses the section {@code
     * default}, as in the reference.
     *
     * @param type the source's type
     * @param confKey what {@code CONF_KEY} says, or null
     * @return a sentence, or empty if there is such a section or none is asked for
     * @throws ConfigException if the file can't be read
     */
    public Optional<String> unknownSection(String type, @Nullable String confKey) {
        if (confKey == null) {
            return Optional.empty();
        }
        Optional<Path> file = file(type);
        Map<String, @Nullable Object> sections =
                file.isEmpty() ? Map.of() : content(type, file.get()).root();
        if (sections.get(confKey) instanceof Map) {
            return Optional.empty();
        }
        String place = file.map(Path::toString).orElse("the configuration of " + type);
        return Optional.of(
                "there is no section '"
                        + confKey
                        + "' in "
                        + place
                        + ", so CONF_KEY has no effect."
                        + NearestName.proposal(confKey, sections.keySet())
                                .map(text -> " " + text)
                                .orElse(""));
    }

    private Optional<Path> file(String type) {
        if (!SAFE_TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                type.equals(MQTT)
                        ? etc.resolve("mqtt_source.yaml")
                        : etc.resolve("sources").resolve(type + ".yaml"));
    }

    private YamlFile content(String type, Path file) {
        String name = type.equals(MQTT) ? "mqtt_source" : type;
        return new EnvironmentOverrides(environment)
                .over(files.read(file), List.of(name.toUpperCase(Locale.ROOT)));
    }

    /**
     * The properties of an action with references resolved. References to files may only lead into
     * {@code etc/secrets}.
     *
     * @param properties what the user wrote
     * @param owner the action, for messages
     * @return the properties for the sink
     * @throws ConfigException if a reference can't be resolved
     */
    public Map<String, @Nullable Object> action(
            Map<String, @Nullable Object> properties, String owner) {
        return references.untrusted(properties, owner);
    }
}
