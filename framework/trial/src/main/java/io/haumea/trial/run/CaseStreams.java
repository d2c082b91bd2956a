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
package io.haumea.trial.run;

import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.ast.Statement;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The streams of one case. */
final class CaseStreams implements StreamCatalog {

    private final Map<String, StreamDefinition> streams = new LinkedHashMap<>();

    /**
     * Defines them.
     *
     * @param statements CREATE STREAM statements
     * @throws SqlException if one of them is wrong
     */
    CaseStreams(List<String> statements) {
        for (String text : statements) {
            Optional<Statement> statement = SqlParser.parse(text);
            if (statement.isEmpty() || !(statement.get() instanceof CreateStream create)) {
                throw new SqlException("Invalid stream statement: " + text, Position.START);
            }
            StreamDefinition definition = create.definition();
            if (streams.putIfAbsent(definition.name(), definition) != null) {
                throw new SqlException(
                        "Create stream fails: Item " + definition.name() + " already exists.",
                        Position.START);
            }
        }
    }

    @Override
    public Optional<StreamDefinition> find(String name) {
        return Optional.ofNullable(streams.get(name));
    }

    @Override
    public Collection<String> names() {
        return streams.keySet();
    }
}
