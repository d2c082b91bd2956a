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
import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SelectItem;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.SyntaxExpression.ColumnRef;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns that the stream does not declare. They are no error, because the reference takes
 * them as NULL, and aliased expressions may read what is not declared.
 */
public final class ColumnHints {

    private final Select select;
    private final List<StreamScope> streams = new ArrayList<>();
    private final Set<String> aliases = new HashSet<>();
    private final List<Hint> hints = new ArrayList<>();

    private ColumnHints(Select select, List<StreamDefinition> streams) {
        this.select = select;
        List<StreamRef> references = new ArrayList<>();
        references.add(select.from().first());
        select.from().joins().forEach(join -> references.add(join.stream()));
        for (int i = 0; i < references.size(); i++) {
            this.streams.add(StreamScope.of(i, references.get(i), streams.get(i)));
        }
        for (SelectItem item : select.items()) {
            if (item.alias() != null) {
                aliases.add(item.alias().toLowerCase(Locale.ROOT));
            }
        }
    }

    /**
     * The columns of a statement that are probably misspelt.
     *
     * @param select the statement
     * @param streams its streams in the order of FROM and JOIN
     * @return hints in the order of the clauses; none for a schemaless stream
     */
    public static List<Hint> of(Select select, List<StreamDefinition> streams) {
        ColumnHints finder = new ColumnHints(select, streams);
        finder.find();
        return finder.hints;
    }

    private void find() {
        for (SelectItem item : select.items()) {
            visit(item.expression(), item.alias() != null);
        }
        for (Join join : select.from().joins()) {
            if (join.condition() != null) {
                visit(join.condition(), false);
            }
        }
        if (select.where() != null) {
            visit(select.where(), false);
        }
        select.groupBy().forEach(item -> visit(item, false));
        if (select.having() != null) {
            visit(select.having(), false);
        }
        select.orderBy().forEach(item -> visit(item.column(), false));
    }

    private void visit(SyntaxExpression expression, boolean aliased) {
        if (expression instanceof ColumnRef column) {
            check(column, aliased);
        }
        boolean metadata =
                expression instanceof SyntaxExpression.Call call && MetaAnalyzer.isMeta(call);
        if (!metadata) {
            expression.children().forEach(child -> visit(child, aliased));
        }
    }

    private void check(ColumnRef column, boolean aliased) {
        String qualifier = column.qualifier();
        List<StreamScope> owners =
                qualifier == null || streams.size() == 1
                        ? streams
                        : streams.stream()
                                .filter(stream -> qualifier.equalsIgnoreCase(stream.calledName()))
                                .toList();
        boolean alias =
                qualifier == null && aliases.contains(column.name().toLowerCase(Locale.ROOT));
        boolean known =
                owners.stream()
                        .anyMatch(
                                stream ->
                                        stream.schemaless()
                                                || stream.declared(column.name()).isPresent());
        if (!known && !alias && !owners.isEmpty()) {
            hint(column, aliased, owners);
        }
    }

    private void hint(ColumnRef column, boolean aliased, List<StreamScope> owners) {
        List<String> names =
                owners.stream()
                        .flatMap(owner -> owner.definition().schema().fields().stream())
                        .map(Field::name)
                        .toList();
        Optional<String> proposal = NearestName.proposal(column.name(), names);
        if (aliased && proposal.isEmpty()) {
            return;
        }
        String subject =
                owners.size() == 1
                        ? "Stream " + owners.get(0).definition().name() + " declares no column "
                        : "No stream of this statement declares a column ";
        String problem = subject + column.name() + (aliased ? "." : ", so it is always NULL here.");
        hints.add(
                new Hint(problem + proposal.map(text -> " " + text).orElse(""), column.position()));
    }
}
