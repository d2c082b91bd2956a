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
package io.haumea.sql.parse;

import io.haumea.sql.ast.FromClause;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SelectItem;
import io.haumea.sql.ast.SortItem;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a SELECT after its first word. */
final class SelectParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    SelectParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    Select select(String text) {
        List<SelectItem> items = items();
        tokens.expectWord("FROM", "expected FROM.");
        FromClause from = new FromParser(tokens, expressions).from();
        SyntaxExpression where = condition("WHERE");
        List<SyntaxExpression> groupBy = groupBy();
        SyntaxExpression having = condition("HAVING");
        List<SortItem> orderBy = orderBy();
        if (!tokens.atEnd()) {
            throw TokenStream.found(tokens.peek(), "expected EOF.");
        }
        return new Select(text, items, from, where, groupBy, having, orderBy);
    }

    private List<SelectItem> items() {
        Token first = tokens.peek();
        if (tokens.acceptSymbol("*")) {
            SyntaxExpression star = new SyntaxExpression.Star(null, first.position());
            return List.of(new SelectItem(star, null, null));
        }
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private SelectItem item() {
        Token first = tokens.peek();
        SyntaxExpression expression = expressions.parse();
        String alias = null;
        if (tokens.acceptWord("AS")) {
            alias = tokens.expectName(Words.AS_ALIAS, "expected as alias.").text();
        }
        return new SelectItem(expression, alias, ownName(first, expression));
    }

    /** A column or call in parentheses has no name of its own, as in the reference. */
    private static @Nullable String ownName(Token first, SyntaxExpression expression) {
        if (first.isSymbol("(")) {
            return null;
        }
        if (expression instanceof SyntaxExpression.ColumnRef column) {
            return column.name();
        }
        return expression instanceof SyntaxExpression.Call call ? call.name() : null;
    }

    private @Nullable SyntaxExpression condition(String clause) {
        return tokens.acceptWord(clause) ? expressions.parse() : null;
    }

    private List<SyntaxExpression> groupBy() {
        List<SyntaxExpression> items = new ArrayList<>();
        if (tokens.acceptWord("GROUP")) {
            tokens.expectWord("BY", "expected BY statement.");
            do {
                items.add(expressions.parse());
            } while (tokens.acceptSymbol(","));
        }
        return items;
    }

    private List<SortItem> orderBy() {
        List<SortItem> items = new ArrayList<>();
        if (!tokens.acceptWord("ORDER")) {
            return items;
        }
        tokens.expectWord("BY", "expected BY keyword.");
        PathParser paths = new PathParser(tokens);
        while (true) {
            Token token = tokens.peek();
            if (tokens.acceptSymbol(",")) {
                continue;
            }
            if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
                return items;
            }
            tokens.next();
            if (!(paths.column(token) instanceof SyntaxExpression.ColumnRef column)) {
                throw TokenStream.found(token, "expected the name of a field.");
            }
            boolean descending = tokens.acceptWord("DESC");
            if (!descending) {
                tokens.acceptWord("ASC");
            }
            items.add(new SortItem(column, descending));
        }
    }
}
