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
package io.haumea.sql.stream;

import io.haumea.sdk.data.Schema;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stream as {@code CREATE STREAM} defines it.
 *
 * @param name its name, case-sensitive
 * @param schema its columns
 * @param options what was written after WITH: upper-case names, in their order
 */
public record StreamDefinition(String name, Schema schema, Map<String, String> options) {

    /** Copies the options. */
    public StreamDefinition {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * The value of an option.
     *
     * @param key its upper-case name
     * @return the value as written, or empty
     */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }

    /** The type of its source; {@code mqtt} if not given. */
    public String type() {
        return options.getOrDefault("TYPE", "mqtt");
    }

    /** What the source reads: a topic, a file; empty if not given. */
    public String dataSource() {
        return options.getOrDefault("DATASOURCE", "");
    }

    /** The name of its format in lower case; {@code json} if not given. */
    public String format() {
        return options.getOrDefault("FORMAT", "json").toLowerCase(Locale.ROOT);
    }
}
