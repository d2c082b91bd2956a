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
package io.haumea.server.rule;

import io.haumea.engine.port.Lease;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.server.plugins.FunctionLeases;
import io.haumea.sql.function.FunctionCatalog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The functions of one start of a rule: leased while it is analysed, given back when it ends. */
final class LeasedFunctions implements FunctionCatalog {

    private final FunctionLeases source;
    private final Map<String, Lease<FunctionDefinition>> leases = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    LeasedFunctions(FunctionLeases source) {
        this.source = source;
    }

    @Override
    public synchronized Optional<FunctionDefinition> find(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        Lease<FunctionDefinition> lease = leases.get(key);
        if (lease != null) {
            return Optional.of(lease.service());
        }
        Optional<Lease<FunctionDefinition>> found = source.function(key);
        found.ifPresentOrElse(fresh -> leases.put(key, fresh), () -> missing.add(key));
        return found.map(Lease::service);
    }

    @Override
    public Collection<String> names() {
        return source.functionNames();
    }

    /** A function that was asked for and that nobody offers. */
    synchronized Optional<String> missing() {
        return missing.stream().findFirst();
    }

    /** The plugins that the leased functions come from. */
    synchronized Set<String> plugins() {
        return leases.values().stream().map(Lease::plugin).collect(Collectors.toUnmodifiableSet());
    }

    synchronized void close() {
        leases.values().forEach(Lease::close);
        leases.clear();
    }
}
