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

import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Column names, and what follows a value: {@code ->name} and brackets. */
final class PathParser {

    private final TokenStream tokens;

    PathParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** The rest of a column whose first name was just taken. */
    SyntaxExpression column(Token first) {
        if (!tokens.acceptSymbol(".")) {
            return column(null, first);
        }
        if (tokens.acceptSymbol("*")) {
            return new SyntaxExpression.Star(first.text(), first.position());
        }
        if (!atName()) {
            return column(null, first);
        }
        Token name = tokens.next();
        if (tokens.acceptSymbol(".") && atName()) {
            throw new SqlException(
                    "Too many field names. Please use -> to reference keys in struct.\n",
                    tokens.peek().position());
        }
        return new SyntaxExpression.ColumnRef(
                first.text(), name.text(), name.kind() == Kind.QUOTED, first.position());
    }

    /** The value with all members and elements that follow it. */
    SyntaxExpression after(SyntaxExpression value) {
        SyntaxExpression path = value;
        while (true) {
            if (tokens.atSymbol("->")) {
                path = member(path);
            } else if (tokens.atSymbol("[")) {
                path = bracket(path);
            } else {
                return path;
            }
        }
    }

    private static SyntaxExpression column(@Nullable String qualifier, Token name) {
        return new SyntaxExpression.ColumnRef(
                qualifier, name.text(), name.kind() == Kind.QUOTED, name.position());
    }

    /** After a dot every word is a name, but a clause that follows a stray dot is not. */
    private boolean atName() {
        Token token = tokens.peek();
        return token.kind() == Kind.QUOTED
                || (token.kind() == Kind.WORD && !token.isWordOf(Words.AS_ALIAS));
    }

    private SyntaxExpression member(SyntaxExpression operand) {
        Token arrow = tokens.next();
        Token name = tokens.expectName(Set.of(), "expected expression.");
        // The reference takes the last of a dotted name.
        if (tokens.acceptSymbol(".") && atName()) {
            name = tokens.next();
        }
        return new SyntaxExpression.Member(operand, name.text(), arrow.position());
    }

    private SyntaxExpression bracket(SyntaxExpression operand) {
        Token bracket = tokens.next();
        Long from = NumberParser.optionalWhole(tokens);
        if (tokens.acceptSymbol(":")) {
            Long to = NumberParser.optionalWhole(tokens);
            close();
            return new SyntaxExpression.Slice(operand, from, to, bracket.position());
        }
        if (from != null) {
            close();
            return new SyntaxExpression.Element(operand, from, bracket.position());
        }
        if (!tokens.acceptSymbol("]")) {
            throw new SqlException(
                    "Unexpected token "
                            + tokens.peek().shown()
                            + ". when parsing bracket expressions.",
                    tokens.peek().position());
        }
        return new SyntaxExpression.Slice(operand, null, null, bracket.position());
    }

    private void close() {
        if (!tokens.acceptSymbol("]")) {
            throw new SqlException(
                    "Found " + tokens.peek().shown() + ", expected right bracket.",
                    tokens.peek().position());
        }
    }
}
