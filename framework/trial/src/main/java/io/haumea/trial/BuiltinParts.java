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
package io.haumea.trial;

import io.haumea.builtin.Builtins;
import io.haumea.engine.port.ContributionKind;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sql.function.FunctionCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is always there, for trials without OSGi, and functions that are to be tested. Thread-safe.
 */
public final class BuiltinParts implements Contributions, FunctionCatalog {

    private final Map<String, FormatFactory> formats = Builtins.formats();
    private final Map<String, FunctionDefinition> functions = new HashMap<>();

    /**
     * The built-in formats and functions, and some more functions.
     *
     * @param libraries the others; of equal names the first counts
     */
    public BuiltinParts(FunctionLibrary... libraries) {
        List<FunctionLibrary> all = new ArrayList<>(List.of(libraries));
        all.addAll(Builtins.functionLibraries());
        for (FunctionLibrary library : all) {
            for (FunctionDefinition function : library.functions()) {
                functions.putIfAbsent(function.name().toLowerCase(Locale.ROOT), function);
            }
        }
    }

    @Override
    public Optional<FunctionDefinition> find(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Collection<String> names() {
        return functions.keySet();
    }

    @Override
    public Lease<SourceFactory<?>> source(String type) {
        throw new MissingContributionException(ContributionKind.SOURCE, type);
    }

    @Override
    public Lease<SinkFactory<?>> sink(String type) {
        throw new MissingContributionException(ContributionKind.SINK, type);
    }

    @Override
    public Lease<FormatFactory> format(String name) {
        FormatFactory format = formats.get(name);
        if (format == null) {
            throw new MissingContributionException(ContributionKind.FORMAT, name);
        }
        return new Builtin(format);
    }

    private record Builtin(FormatFactory service) implements Lease<FormatFactory> {
        @Override
        public String plugin() {
            return "builtin";
        }

        @Override
        public String version() {
            return "0";
        }

        @Override
        public void close() {
            // It is always there.
        }
    }
}
