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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the analysers of one statement's clauses share. Used by one thread, for one pass. */
final class QueryContext {

    private final StreamScope stream;
    private final Functions functions;
    private final RowLayout layout;
    private final AggregateCalls aggregates;

    /** By lower-case name. */
    private final Map<String, Alias> aliases = new HashMap<>();

    private int calls;

    QueryContext(StreamScope stream, Functions functions, RowLayout layout) {
        this.stream = stream;
        this.functions = functions;
        this.layout = layout;
        this.aggregates = new AggregateCalls(layout);
    }

    StreamScope stream() {
        return stream;
    }

    Functions functions() {
        return functions;
    }

    RowLayout layout() {
        return layout;
    }

    AggregateCalls aggregates() {
        return aggregates;
    }

    void define(Alias alias) {
        aliases.put(alias.name().toLowerCase(Locale.ROOT), alias);
    }

    /** The alias of that name; of several the last, as it would overwrite the others. */
    Optional<Alias> alias(String name) {
        return Optional.ofNullable(aliases.get(name.toLowerCase(Locale.ROOT)));
    }

    int nextCall() {
        return calls++;
    }
}
