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
package io.haumea.server.stream;

import io.haumea.sdk.error.HaumeaException;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.storage.DefinitionFolder;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.ast.DescribeStream;
import io.haumea.sql.ast.DropStream;
import io.haumea.sql.ast.ExplainStream;
import io.haumea.sql.ast.ShowStreams;
import io.haumea.sql.ast.Statement;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import io.haumea.sql.stream.StreamText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams, each a file with the statement that created it. */
@Component(service = {StreamService.class, StreamCatalog.class})
public final class Streams implements StreamService, StreamCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private static final List<String> STATEMENTS =
            List.of("CREATE", "DESCRIBE", "DROP", "EXPLAIN", "SHOW");

    private final DefinitionFolder folder;
    private final Map<String, StreamDefinition> definitions = new ConcurrentHashMap<>();

    /**
     * Reads the stored streams.
     *
     * @param settings where they are
     */
    @Activate
    public Streams(@Reference ServerSettings settings) {
        this(settings.paths().data().resolve("streams"));
    }

    Streams(Path streams) {
        folder = new DefinitionFolder(streams, ".sql");
        for (DefinitionFolder.Stored stored : folder.load()) {
            load(stored);
        }
    }

    private void load(DefinitionFolder.Stored stored) {
        try {
            Optional<Statement> statement = SqlParser.parse(stored.text());
            if (statement.isPresent() && statement.get() instanceof CreateStream create) {
                definitions.put(create.definition().name(), create.definition());
            } else {
                LOG.error("{} is left out: it holds no CREATE STREAM statement", stored.file());
            }
        } catch (SqlException e) {
            LOG.error("{} is left out: {}", stored.file(), e.located());
        }
    }

    @Override
    public String execute(String sql) {
        Statement statement = parse(sql).orElseThrow(() -> invalid(sql));
        if (statement instanceof CreateStream create) {
            return create(create.definition(), sql);
        }
        if (statement instanceof DropStream drop) {
            if (!remove(drop.name())) {
                throw new StreamException(
                        "Drop stream fails: " + drop.name() + " is not found.", false);
            }
            return "Stream " + drop.name() + " is dropped.";
        }
        if (statement instanceof DescribeStream describe) {
            return StreamText.describe(describe(describe.name()));
        }
        if (statement instanceof ExplainStream explain) {
            if (!definitions.containsKey(explain.name())) {
                throw new StreamException("Stream " + explain.name() + " is not found.", false);
            }
            return "TO BE SUPPORTED";
        }
        if (statement instanceof ShowStreams) {
            List<String> names = names();
            return names.isEmpty() ? "No stream definitions are found." : String.join("\n", names);
        }
        throw invalid(sql);
    }

    private static StreamException invalid(String sql) {
        String message = "Invalid stream statement: " + sql;
        SqlException misspelt = SqlParser.notBegun(sql, message, STATEMENTS);
        return new StreamException(
                misspelt.remedy().isPresent() ? misspelt.located() : message, false);
    }

    private static Optional<Statement> parse(String sql) {
        try {
            return SqlParser.parse(sql);
        } catch (SqlException e) {
            throw new StreamException(e.located(), false);
        }
    }

    private synchronized String create(StreamDefinition definition, String sql) {
        String name = definition.name();
        if (definitions.containsKey(name)) {
            throw new StreamException(
                    "Create stream fails: Item " + name + " already exists.", false);
        }
        try {
            folder.put(name, sql);
        } catch (HaumeaException e) {
            throw new StreamException("Create stream fails: " + e.getMessage() + ".", false);
        }
        definitions.put(name, definition);
        return "Stream " + name + " is created.";
    }

    /** The commands on one name must come one after the other, as they write the same file. */
    private synchronized boolean remove(String name) {
        if (!definitions.containsKey(name)) {
            return false;
        }
        try {
            folder.remove(name);
        } catch (HaumeaException e) {
            throw new StreamException("Drop stream fails: " + e.getMessage() + ".", false);
        }
        definitions.remove(name);
        return true;
    }

    @Override
    public List<String> names() {
        return definitions.keySet().stream().sorted().toList();
    }

    @Override
    public StreamDefinition describe(String name) {
        return find(name)
                .orElseThrow(() -> new StreamException("Stream " + name + " is not found.", true));
    }

    @Override
    public void drop(String name) {
        if (!remove(name)) {
            throw new StreamException(name + " is not found", true);
        }
    }

    @Override
    public Optional<StreamDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }
}
