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
package io.haumea.sql.analyze;

import io.haumea.sdk.data.Field;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.stream.StreamDefinition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One stream of a statement.
 *
 * @param input its place among the statement's streams, from 0
 * @param reference where it is named
 * @param definition what it is
 * @param columns its declared columns by their lower-case names
 */
record StreamScope(
        int input, StreamRef reference, StreamDefinition definition, Map<String, Field> columns) {

    static StreamScope of(int input, StreamRef reference, StreamDefinition definition) {
        Map<String, Field> columns = new HashMap<>();
        for (Field field : definition.schema().fields()) {
            columns.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
        }
        return new StreamScope(input, reference, definition, columns);
    }

    boolean schemaless() {
        return definition.schema().schemaless();
    }

    Optional<Field> declared(String name) {
        return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What the statement calls it. */
    String calledName() {
        String alias = reference.alias();
        return alias == null ? reference.name() : alias;
    }
}
