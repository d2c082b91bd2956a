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

import io.haumea.sdk.data.Field;
import io.haumea.sql.ast.SelectItem;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.PlanNode.Assignment;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Analyses the SELECT list: aliases first, in order, because items without alias see them wherever
 * they stand.
 */
final class SelectListAnalyzer {

    private static final String UNNAMED = "rengine_field_";

    private final QueryContext context;
    private final List<SelectItem> items;

    SelectListAnalyzer(QueryContext context, List<SelectItem> items) {
        this.context = context;
        this.items = items;
    }

    /**
     * A SELECT list.
     *
     * @param computed what is computed for each message
     * @param columns what a result has
     */
    record SelectList(List<Assignment> computed, List<OutputColumn> columns) {}

    SelectList analyze() {
        List<Assignment> computed = new ArrayList<>();
        List<List<OutputColumn>> columns =
                new ArrayList<>(Collections.nCopies(items.size(), List.of()));
        for (int i = 0; i < items.size(); i++) {
            String alias = items.get(i).alias();
            if (alias != null) {
                Expression value = define(alias, items.get(i).expression(), computed);
                columns.set(i, List.of(new OutputColumn.Value(alias, value, true)));
            }
        }
        int unnamed = 0;
        for (int i = 0; i < items.size(); i++) {
            SelectItem item = items.get(i);
            if (item.alias() == null && !(item.expression() instanceof SyntaxExpression.Star)) {
                String own = item.ownName();
                String name = own == null ? UNNAMED + unnamed++ : own;
                Expression value =
                        ExpressionAnalyzer.analyze(context, Clause.SELECT_PLAIN, item.expression());
                columns.set(i, List.of(new OutputColumn.Value(name, value, false)));
            }
        }
        return new SelectList(computed, withStars(columns));
    }

    private Expression define(String name, SyntaxExpression expression, List<Assignment> computed) {
        Alias alias = ExpressionAnalyzer.alias(context, name, expression);
        if (!alias.aggregated()) {
            int slot = context.layout().computed(name, alias.value().type());
            computed.add(new Assignment(slot, alias.value()));
            Expression read = new Expression.SlotValue(slot, name, alias.value().type());
            alias = alias.readFrom(read);
        }
        context.define(alias);
        return alias.value();
    }

    private List<OutputColumn> withStars(List<List<OutputColumn>> explicit) {
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).expression() instanceof SyntaxExpression.Star star) {
                addStars(context.from().find(star.qualifier(), star.position()), columns);
            } else {
                columns.addAll(explicit.get(i));
            }
        }
        return columns;
    }

    private void addStars(List<StreamScope> streams, List<OutputColumn> columns) {
        for (StreamScope stream : streams) {
            if (stream.schemaless()) {
                columns.add(new OutputColumn.Wildcard(context.layout().whole(stream.input())));
            } else if (context.from().joined()) {
                int metadata = context.layout().metadata(stream.input());
                columns.add(new OutputColumn.Columns(metadata, declared(stream)));
            } else {
                addStar(declared(stream), columns);
            }
        }
    }

    private List<OutputColumn.Value> declared(StreamScope stream) {
        List<OutputColumn.Value> declared = new ArrayList<>();
        for (Field field : stream.definition().schema().fields()) {
            int slot = context.layout().column(stream.input(), field.name(), field.type());
            Expression value = new Expression.SlotValue(slot, field.name(), field.type());
            declared.add(new OutputColumn.Value(field.name(), value, true));
        }
        return declared;
    }

    /**
     * All columns of the message, NULL ones included, because it has their keys. A key that an item
     * before gave to something else stays what it is, and so does an alias.
     */
    private void addStar(List<OutputColumn.Value> declared, List<OutputColumn> columns) {
        Set<String> aliases = new HashSet<>();
        for (SelectItem item : items) {
            if (item.alias() != null) {
                aliases.add(item.alias());
            }
        }
        Map<String, Expression> taken = named(columns);
        for (OutputColumn.Value column : declared) {
            Expression value = column.value();
            boolean free = taken.getOrDefault(column.name(), value).equals(value);
            if (free && !aliases.contains(column.name())) {
                columns.add(column);
            }
        }
    }

    /** What has a name already; of several the first. */
    private static Map<String, Expression> named(List<OutputColumn> columns) {
        Map<String, Expression> named = new HashMap<>();
        for (OutputColumn column : columns) {
            if (column instanceof OutputColumn.Value value) {
                named.putIfAbsent(value.name(), value.value());
            }
        }
        return named;
    }
}
