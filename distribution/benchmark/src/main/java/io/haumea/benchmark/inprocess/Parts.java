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
package io.haumea.benchmark.inprocess;

import io.haumea.builtin.Builtins;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.rule.RuleOptions;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.Analyzer;
import io.haumea.sql.ast.CreateStream;
import io.haumea.sql.ast.Select;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the engine asks for, without a server: one stream, the built-ins, our source and sink. */
final class Parts implements Contributions {

    private static final String STREAM =
            "CREATE STREAM demo (temperature FLOAT, humidity BIGINT, deviceid BIGINT)"
                    + " WITH (DATASOURCE=\"demo\", FORMAT=\"JSON\", TYPE=\"flood\")";

    private final Flood flood;
    private final CountingSink sink;
    private final Map<String, FormatFactory> formats = Builtins.formats();
    private final Map<String, FunctionDefinition> functions = new TreeMap<>();
    private final StreamDefinition stream =
            ((CreateStream) SqlParser.parse(STREAM).get()).definition();

    private record Held<T>(T service, String plugin, String version) implements Lease<T> {
        Held(T service) {
            this(service, "benchmark", "0");
        }

        @Override
        public void close() {
            // Nothing is ever taken away here.
        }
    }

    Parts(Flood flood, CountingSink sink) {
        this.flood = flood;
        this.sink = sink;
        Builtins.functionLibraries()
                .forEach(
                        library ->
                                library.functions()
                                        .forEach(f -> functions.put(folded(f.name()), f)));
    }

    /** A rule on the stream with one action. */
    RuleSpec rule(String id, String sql) {
        Select select = (Select) SqlParser.parse(sql).get();
        LogicalPlan plan =
                Analyzer.analyze(select, AnalysisOptions.DEFAULTS, new Streams(), new Functions());
        return new RuleSpec(
                id,
                plan,
                List.of(new InputSpec(stream, Map.of())),
                List.of(new ActionSpec("count", 0, Map.of())),
                RuleOptions.DEFAULTS);
    }

    @Override
    public Lease<SourceFactory<?>> source(String type) {
        return new Held<>(flood);
    }

    @Override
    public Lease<SinkFactory<?>> sink(String type) {
        return new Held<>(sink);
    }

    @Override
    public Lease<FormatFactory> format(String name) {
        return new Held<>(formats.get(name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private final class Streams implements StreamCatalog {
        @Override
        public Optional<StreamDefinition> find(String name) {
            return stream.name().equals(name) ? Optional.of(stream) : Optional.empty();
        }

        @Override
        public Collection<String> names() {
            return List.of(stream.name());
        }
    }

    private final class Functions implements FunctionCatalog {
        @Override
        public Optional<FunctionDefinition> find(String name) {
            return Optional.ofNullable(functions.get(folded(name)));
        }

        @Override
        public Collection<String> names() {
            return functions.keySet();
        }
    }
}
