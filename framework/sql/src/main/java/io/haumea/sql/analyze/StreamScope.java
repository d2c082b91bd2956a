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
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a statement.
 *
 * @param reference how the statement names it
 * @param definition what it is
 * @param columns its declared columns by their lower-case names
 */
record StreamScope(StreamRef reference, StreamDefinition definition, Map<String, Field> columns) {

    /** Looks up the stream after FROM. */
    static StreamScope of(Select select, StreamCatalog streams) {
        StreamRef reference = select.from().first();
        StreamDefinition definition = find(reference, streams);
        if (!select.from().joins().isEmpty()) {
            Position position = select.from().joins().get(0).position();
            boolean window =
                    select.groupBy().stream().anyMatch(SyntaxExpression.Window.class::isInstance);
            select.from().joins().forEach(join -> find(join.stream(), streams));
            throw window
                    ? Unsupported.join(position)
                    : new SqlException(
                            "A JOIN needs a window in GROUP BY.",
                            position,
                            "Add one, such as GROUP BY TUMBLINGWINDOW(ss, 10).");
        }
        Map<String, Field> columns = new HashMap<>();
        for (Field field : definition.schema().fields()) {
            columns.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
        }
        return new StreamScope(reference, definition, columns);
    }

    private static StreamDefinition find(StreamRef reference, StreamCatalog streams) {
        return streams.find(reference.name())
                .orElseThrow(
                        () ->
                                new SqlException(
                                        "fail to get stream "
                                                + reference.name()
                                                + ", please check if stream is created",
                                        reference.position(),
                                        NearestName.proposal(reference.name(), streams.names())
                                                .orElse(null)));
    }

    boolean schemaless() {
        return definition.schema().schemaless();
    }

    Optional<Field> declared(String name) {
        return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Refuses a name that belongs to a stream that is not there. */
    void checkQualifier(@Nullable String qualifier, Position position) {
        if (qualifier == null
                || qualifier.equalsIgnoreCase(reference.name())
                || qualifier.equalsIgnoreCase(reference.alias())) {
            return;
        }
        String name = reference.alias() == null ? reference.name() : reference.alias();
        throw new SqlException(
                "There is no stream " + qualifier + " in FROM, only " + name + ".",
                position,
                NearestName.proposal(qualifier, List.of(name))
                        .orElse("Use -> for members of a struct."));
    }
}
