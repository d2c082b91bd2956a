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
package io.haumea.sdk.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source knows about a message besides its payload, such as the topic it came on. SQL reads
 * it with {@code meta(key)}.
 *
 * <p>Immutable; values are SDK values (see {@link DataType}). A source with many small messages may
 * implement it over its own fields, so that no map is built for messages whose metadata nobody
 * reads.
 */
public interface Metadata {

    /** Nothing is known. */
    Metadata NONE = of(Map.of());

    /**
     * The value of a key.
     *
     * @param key the key; looked up exactly first, then without regard to case
     * @return the value, or null if there is none
     */
    @Nullable Object get(String key);

    /** All keys and values in a fixed order; unmodifiable. */
    Map<String, @Nullable Object> toMap();

    /**
     * Metadata over a copy of a map.
     *
     * @param entries keys and SDK values
     * @return the metadata
     */
    static Metadata of(Map<String, ? extends @Nullable Object> entries) {
        return new MapMetadata(Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
    }
}
