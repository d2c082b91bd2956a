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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a name in an expression means: a column of a stream, or an alias. */
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
        List<StreamScope> streams = context.from().find(name.qualifier(), name.position());
        boolean declared =
                streams.stream().anyMatch(stream -> stream.declared(name.name()).isPresent());
        Optional<Alias> alias =
                name.qualifier() == null ? context.alias(name.name()) : Optional.empty();
        if (alias.isPresent() && goesFirst(alias.get(), declared)) {
            boolean visible = clause.aggregates() && !insideAggregate;
            if (!alias.get().aggregated() || visible) {
                return new Meaning(valueOf(alias.get()), false, alias.get().aggregated());
            }
            refuseIfNoColumn(name, declared);
        }
        return new Meaning(column(name.name(), streams), true, false);
    }

    /** Aliases are computed after a join; what comes before it computes their expression itself. */
    private Expression valueOf(Alias alias) {
        return context.from().beforeJoin()
                ? ExpressionAnalyzer.analyze(
                        context.before(alias), Clause.SELECT_ALIASED, alias.written())
                : alias.value();
    }

    /**
     * A schemaless stream may have any column; in the SELECT list one is taken to be there if the
     * alias itself is made of it, as in {@code a * 10 AS a}.
     */
    private boolean goesFirst(Alias alias, boolean declared) {
        return !clause.selectList() || (!declared && !alias.readsColumn());
    }

    private void refuseIfNoColumn(ColumnRef name, boolean declared) {
        if (!declared && !context.from().schemaless()) {
            throw new SqlException(
                    name.name()
                            + " is the result of an aggregate, which can't be used in "
                            + (clause.aggregates() ? "another aggregate." : clause.text() + "."),
                    name.position(),
                    "Use it in HAVING or ORDER BY.");
        }
    }

    private Expression column(String name, List<StreamScope> streams) {
        List<Expression> candidates = new ArrayList<>();
        List<StreamScope> owners = new ArrayList<>();
        for (StreamScope stream : streams) {
            Optional<Field> field = stream.declared(name);
            if (field.isPresent()) {
                candidates.add(slot(stream, field.get().name(), field.get().type()));
                owners.add(stream);
            } else if (stream.schemaless()) {
                candidates.add(slot(stream, name, DataType.ANY));
                owners.add(stream);
            }
        }
        if (candidates.isEmpty() && clause == Clause.SELECT_ALIASED) {
            // Of a message with declared columns only aliased expressions see the rest.
            streams.forEach(stream -> candidates.add(slot(stream, name, DataType.ANY)));
            owners.addAll(streams);
        }
        if (candidates.isEmpty()) {
            return new Expression.Constant(null, DataType.ANY);
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        return new Expression.FirstValue(
                candidates, owners.stream().map(owner -> presence(owner, name)).toList());
    }

    /** What is not NULL if the message of a stream has a column, which may be NULL itself. */
    private Expression presence(StreamScope stream, String name) {
        Optional<Field> field = stream.declared(name);
        if (field.isEmpty()) {
            int slot = context.layout().presence(stream.input(), name);
            return new Expression.SlotValue(slot, name, DataType.BOOLEAN);
        }
        DataType type = field.get().type();
        if (type instanceof DataType.Array || type instanceof DataType.Struct) {
            int slot = context.layout().metadata(stream.input());
            return new Expression.SlotValue(slot, name, DataType.ANY);
        }
        return new Expression.Constant(null, DataType.ANY);
    }

    private Expression slot(StreamScope stream, String name, DataType type) {
        return new Expression.SlotValue(
                context.layout().column(stream.input(), name, type), name, type);
    }
}
