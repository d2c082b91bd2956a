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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the analysers of one statement's clauses share, and which streams and aliases a clause sees.
 * Used by one thread, for one pass.
 */
final class QueryContext {

    private final FromScope from;
    private final Shared shared;
    private final int aliasLimit;

    /** What does not depend on the clause. */
    private record Shared(
            Functions functions,
            RowLayout layout,
            AggregateCalls aggregates,
            Aliases aliases,
            Ordinals calls) {}

    /** The aliases by lower-case name. */
    private static final class Aliases {
        private final Map<String, List<Alias>> byName = new HashMap<>();
        private int count;
    }

    /** Gives out numbers. */
    private static final class Ordinals {
        private int next;
    }

    QueryContext(FromScope from, Functions functions, RowLayout layout) {
        this(
                from,
                new Shared(
                        functions,
                        layout,
                        new AggregateCalls(layout),
                        new Aliases(),
                        new Ordinals()),
                Integer.MAX_VALUE);
    }

    private QueryContext(FromScope from, Shared shared, int aliasLimit) {
        this.from = from;
        this.shared = shared;
        this.aliasLimit = aliasLimit;
    }

    /** The same statement, of which only some streams can be seen. */
    QueryContext within(FromScope part) {
        return new QueryContext(part, shared, aliasLimit);
    }

    /** The same clause, as if the SELECT list ended before an alias. */
    QueryContext before(Alias alias) {
        return new QueryContext(from, shared, alias.place());
    }

    FromScope from() {
        return from;
    }

    Functions functions() {
        return shared.functions;
    }

    RowLayout layout() {
        return shared.layout;
    }

    AggregateCalls aggregates() {
        return shared.aggregates;
    }

    void define(Alias alias) {
        String folded = alias.name().toLowerCase(Locale.ROOT);
        shared.aliases.byName.computeIfAbsent(folded, none -> new ArrayList<>(1)).add(alias);
        shared.aliases.count++;
    }

    int aliasCount() {
        return shared.aliases.count;
    }

    /** The alias of that name; of several the last, as it would overwrite the others. */
    Optional<Alias> alias(String name) {
        List<Alias> named =
                shared.aliases.byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        for (int i = named.size() - 1; i >= 0; i--) {
            if (named.get(i).place() < aliasLimit) {
                return Optional.of(named.get(i));
            }
        }
        return Optional.empty();
    }

    int nextCall() {
        return shared.calls.next++;
    }
}
