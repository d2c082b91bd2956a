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
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SelectItem;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.SyntaxExpression.ColumnRef;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns that the stream does not declare. They are no error, because the reference takes
 * them as NULL, and aliased expressions may read what is not declared.
 */
public final class ColumnHints {

    private final Select select;
    private final StreamDefinition stream;
    private final List<Hint> hints = new ArrayList<>();

    private ColumnHints(Select select, StreamDefinition stream) {
        this.select = select;
        this.stream = stream;
    }

    /**
     * The columns of a statement on one stream that are probably misspelt.
     *
     * @param select the statement
     * @param stream the stream after FROM
     * @return hints in the order of the clauses; none for a schemaless stream
     */
    public static List<Hint> of(Select select, StreamDefinition stream) {
        if (stream.schema().schemaless() || !select.from().joins().isEmpty()) {
            return List.of();
        }
        ColumnHints finder = new ColumnHints(select, stream);
        finder.find();
        return finder.hints;
    }

    private void find() {
        for (SelectItem item : select.items()) {
            visit(item.expression(), item.alias() != null);
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
        if (stream.schema().field(column.name()).isPresent() || isAlias(column)) {
            return;
        }
        Optional<String> proposal =
                NearestName.proposal(
                        column.name(), stream.schema().fields().stream().map(Field::name).toList());
        if (!aliased || proposal.isPresent()) {
            String problem =
                    "Stream "
                            + stream.name()
                            + " declares no column "
                            + column.name()
                            + (aliased ? "." : ", so it is always NULL here.");
            hints.add(
                    new Hint(
                            problem + proposal.map(text -> " " + text).orElse(""),
                            column.position()));
        }
    }

    private boolean isAlias(ColumnRef column) {
        return select.items().stream()
                .anyMatch(item -> column.name().equalsIgnoreCase(item.alias()));
    }
}
