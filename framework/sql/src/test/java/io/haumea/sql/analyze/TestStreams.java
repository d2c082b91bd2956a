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

import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Streams made from their statements. */
public final class TestStreams implements StreamCatalog {

    private final Map<String, StreamDefinition> streams = new TreeMap<>();

    public TestStreams(String... statements) {
        for (String statement : statements) {
            CreateStream create = (CreateStream) SqlParser.parse(statement).orElseThrow();
            streams.put(create.definition().name(), create.definition());
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
