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
import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import io.haumea.sql.plan.JoinKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the streams of a SELECT after FROM. */
final class FromParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    FromParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    FromClause from() {
        StreamRef first = stream();
        List<Join> joins = new ArrayList<>();
        for (JoinKind kind = kind(); kind != null; kind = kind()) {
            joins.add(join(kind));
        }
        return new FromClause(first, joins);
    }

    private @Nullable JoinKind kind() {
        for (JoinKind kind : JoinKind.values()) {
            if (tokens.atWord(kind.name())) {
                return kind;
            }
        }
        return null;
    }

    private Join join(JoinKind kind) {
        Token word = tokens.next();
        if (!tokens.acceptWord("JOIN")) {
            throw TokenStream.found(word, "expected JOIN key word.");
        }
        StreamRef stream = stream();
        SyntaxExpression condition = null;
        if (tokens.atWord("ON")) {
            if (kind == JoinKind.CROSS) {
                throw new SqlException(
                        "On expression is not required for cross join type.\n",
                        tokens.peek().position());
            }
            tokens.next();
            condition = expressions.parse();
        }
        return new Join(kind, stream, condition, word.position());
    }

    private StreamRef stream() {
        Token first = tokens.peek();
        String name = name();
        if (!tokens.acceptWord("AS")) {
            return new StreamRef(name, null, first.position());
        }
        Token alias = tokens.peek();
        if (alias.kind() == Kind.QUOTED
                || (alias.kind() == Kind.WORD && !alias.isWordOf(Words.AS_STREAM))) {
            return new StreamRef(name, tokens.next().text(), first.position());
        }
        throw new SqlException(
                "found " + QuotedText.quote(name) + ", expected JOIN key word.", alias.position());
    }

    /** The name of a stream, which may look like a topic: {@code a/+/b/#}. */
    private String name() {
        StringBuilder name = new StringBuilder();
        boolean afterName = false;
        while (true) {
            Token token = tokens.peek();
            boolean word =
                    token.kind() == Kind.QUOTED
                            || (token.kind() == Kind.WORD && !token.isWordOf(Words.AS_STREAM));
            boolean sign = token.isSymbol("/") || token.isSymbol("#") || token.isSymbol("+");
            if ((!word && !sign) || (word && afterName)) {
                break;
            }
            name.append(tokens.next().text());
            afterName = word;
        }
        if (name.isEmpty()) {
            throw TokenStream.found(tokens.peek(), "expected stream name.");
        }
        return name.toString();
    }
}
