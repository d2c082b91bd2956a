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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sql.ast.SyntaxExpression.ColumnRef;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import java.util.Optional;

/**
 * Decides what a name means. In the SELECT list a column goes before an alias, in the other clauses
 * an alias goes before a column.
 */
final class NameResolver {

    private final QueryContext context;
    private final Clause clause;

    NameResolver(QueryContext context, Clause clause) {
        this.context = context;
        this.clause = clause;
    }

    /** What a name means, and whether as an alias. */
    record Meaning(Expression value, boolean column, boolean aggregated) {}

    Meaning resolve(ColumnRef name, boolean insideAggregate) {
        StreamScope stream = context.stream();
        stream.checkQualifier(name.qualifier(), name.position());
        Optional<Field> declared = stream.declared(name.name());
        Optional<Alias> alias =
                name.qualifier() == null ? context.alias(name.name()) : Optional.empty();
        if (alias.isPresent() && goesFirst(alias.get(), declared.isPresent())) {
            boolean visible = clause.aggregates() && !insideAggregate;
            if (!alias.get().aggregated() || visible) {
                return new Meaning(alias.get().value(), false, alias.get().aggregated());
            }
            refuseIfNoColumn(name, declared.isPresent());
        }
        return new Meaning(column(name, declared), true, false);
    }

    /**
     * A schemaless stream may have any column; in the SELECT list one is taken to be there if the
     * alias itself is made of it, as in {@code a * 10 AS a}.
     */
    private boolean goesFirst(Alias alias, boolean declared) {
        return !clause.selectList() || (!declared && !alias.readsColumn());
    }

    private void refuseIfNoColumn(ColumnRef name, boolean declared) {
        if (!declared && !context.stream().schemaless()) {
            throw new SqlException(
                    name.name()
                            + " is the result of an aggregate, which can't be used in "
                            + (clause.aggregates() ? "another aggregate." : clause.text() + "."),
                    name.position(),
                    "Use it in HAVING or ORDER BY.");
        }
    }

    private Expression column(ColumnRef name, Optional<Field> declared) {
        if (declared.isPresent()) {
            return slot(declared.get().name(), declared.get().type());
        }
        // Of a message with declared columns only aliased expressions see the rest.
        return context.stream().schemaless() || clause == Clause.SELECT_ALIASED
                ? slot(name.name(), DataType.ANY)
                : new Expression.Constant(null, DataType.ANY);
    }

    private Expression slot(String name, DataType type) {
        return new Expression.SlotValue(context.layout().column(0, name, type), name, type);
    }
}
