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

import java.util.List;
import java.util.Optional;

/**
 * The declared columns of a stream. A schema without columns means that the stream is schemaless:
 * every message brings its own.
 *
 * @param fields the columns in the order of their declaration
 */
public record Schema(List<Field> fields) {

    /** No columns declared. */
    public static final Schema NONE = new Schema(List.of());

    /** Copies the list. */
    public Schema {
        fields = List.copyOf(fields);
    }

    /** Whether no columns are declared, so that messages bring their own. */
    public boolean schemaless() {
        return fields.isEmpty();
    }

    /**
     * The column of that name.
     *
     * @param name a name in any case
     * @return the column, or empty
     */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
    }
}
