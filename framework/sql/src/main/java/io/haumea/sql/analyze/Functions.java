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

import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.function.FunctionCatalog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions of one statement; asks the catalog for each name once. */
final class Functions {

    private final FunctionCatalog catalog;
    private final Map<String, Optional<FunctionDefinition>> found = new HashMap<>();

    Functions(FunctionCatalog catalog) {
        this.catalog = catalog;
    }

    FunctionDefinition get(SyntaxExpression.Call call) {
        return find(call.name())
                .orElseThrow(
                        () ->
                                new SqlException(
                                        "cannot get the plugin file name: invalid name "
                                                + call.name()
                                                + ": not exist",
                                        call.position(),
                                        NearestName.proposal(call.name(), catalog.names())
                                                .orElse("Is its plugin installed?")));
    }

    /** Whether an aggregate is called anywhere in an expression. */
    boolean callsAggregate(SyntaxExpression expression) {
        // Not by recursion, as expressions may be deep.
        Deque<SyntaxExpression> rest = new ArrayDeque<>(List.of(expression));
        while (!rest.isEmpty()) {
            SyntaxExpression next = rest.pop();
            if (next instanceof SyntaxExpression.Call call
                    && find(call.name()).filter(AggregateFunction.class::isInstance).isPresent()) {
                return true;
            }
            rest.addAll(next.children());
        }
        return false;
    }

    private Optional<FunctionDefinition> find(String name) {
        return found.computeIfAbsent(name.toLowerCase(Locale.ROOT), folded -> catalog.find(name));
    }
}
