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
import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.Token.Kind;
import io.haumea.sql.plan.BinaryOperator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Parses expressions by precedence climbing. */
final class ExpressionParser {

    /** How deep the tree of an expression may be, such as {@code a OR b OR …}. */
    private static final int MAX_DEPTH = 1000;

    private final TokenStream tokens;
    private final PathParser paths;
    private final WindowParser windows;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.paths = new PathParser(tokens);
        this.windows = new WindowParser(tokens, this);
    }

    /** An expression of a clause. */
    SyntaxExpression parse() {
        SyntaxExpression expression = binary(Operators.LOOSEST);
        checkDepth(expression);
        return expression;
    }

    /** An expression inside another one. */
    SyntaxExpression nested() {
        return binary(Operators.LOOSEST);
    }

    private SyntaxExpression binary(int loosest) {
        SyntaxExpression left = unary();
        while (true) {
            Token token = tokens.peek();
            if (loosest <= Operators.COMPARISON && token.isWord("IS")) {
                left = isNull(left);
                continue;
            }
            BinaryOperator operator = Operators.at(token);
            if (operator == null || Operators.precedence(operator) < loosest) {
                return left;
            }
            tokens.next();
            SyntaxExpression right = binary(Operators.precedence(operator) + 1);
            left = new SyntaxExpression.Binary(operator, left, right, token.position());
        }
    }

    private SyntaxExpression isNull(SyntaxExpression operand) {
        Token is = tokens.next();
        boolean negated = tokens.acceptWord("NOT");
        tokens.expectWord("NULL", "expected NULL.");
        return new SyntaxExpression.IsNull(operand, negated, is.position());
    }

    private SyntaxExpression unary() {
        Token token = tokens.peek();
        tokens.enter(token.position());
        try {
            if (token.isWord("NOT") && startsOperand(tokens.peekSecond())) {
                tokens.next();
                return new SyntaxExpression.Not(binary(Operators.COMPARISON), token.position());
            }
            if (tokens.acceptSymbol("-")) {
                return NumberParser.atNumber(tokens)
                        ? paths.after(NumberParser.number(tokens, token, true))
                        : new SyntaxExpression.Negate(unary(), token.position());
            }
            return paths.after(primary());
        } finally {
            tokens.leave();
        }
    }

    /** Tells the operator NOT from a column of that name, which the reference allows. */
    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case WORD ->
                    (!token.isWordOf(Words.IN_EXPRESSIONS) && !token.isWord("IS"))
                            || token.isWord("TRUE")
                            || token.isWord("FALSE")
                            || token.isWord("NULL");
            case SYMBOL -> token.isSymbol("(");
            case END -> false;
            default -> true;
        };
    }

    private SyntaxExpression primary() {
        Token token = tokens.peek();
        if (NumberParser.atNumber(tokens)) {
            return NumberParser.number(tokens, token, false);
        }
        if (token.kind() == Kind.STRING) {
            tokens.next();
            return new SyntaxExpression.Literal(token.text(), token.position());
        }
        if (tokens.acceptWord("TRUE") || tokens.acceptWord("FALSE")) {
            return new SyntaxExpression.Literal(token.isWord("TRUE"), token.position());
        }
        if (tokens.acceptWord("NULL")) {
            return new SyntaxExpression.Literal(null, token.position());
        }
        if (tokens.acceptSymbol("(")) {
            SyntaxExpression inner = nested();
            tokens.expectSymbol(")", "expected right paren.");
            return inner;
        }
        tokens.expectName(Words.IN_EXPRESSIONS, "expected expression.");
        return tokens.atSymbol("(") ? callOrWindow(token) : paths.column(token);
    }

    private SyntaxExpression callOrWindow(Token name) {
        tokens.next();
        List<SyntaxExpression> arguments = arguments(name);
        if (name.kind() == Kind.WORD && !arguments.isEmpty()) {
            var kind = WindowKind.named(name.text());
            if (kind.isPresent()) {
                return windows.window(kind.get(), arguments, name.position());
            }
        }
        return new SyntaxExpression.Call(name.text(), arguments, name.position());
    }

    private List<SyntaxExpression> arguments(Token name) {
        List<SyntaxExpression> arguments = new ArrayList<>();
        if (tokens.atSymbol("*")) {
            arguments.add(star());
            return arguments;
        }
        while (!tokens.acceptSymbol(")")) {
            arguments.add(nested());
            if (tokens.acceptSymbol(")")) {
                return arguments;
            }
            if (!tokens.acceptSymbol(",")) {
                throw new SqlException(
                        "found function call "
                                + QuotedText.quote(name.text())
                                + ", expected ), but with "
                                + tokens.peek().shown()
                                + ".",
                        tokens.peek().position());
            }
            if (tokens.atSymbol("*")) {
                arguments.add(star());
                return arguments;
            }
        }
        return arguments;
    }

    private SyntaxExpression star() {
        SyntaxExpression star = new SyntaxExpression.Star(null, tokens.next().position());
        tokens.expectSymbol(")", "expected right paren.");
        return star;
    }

    /** Level by level, because a deep tree must not be walked by recursion. */
    private static void checkDepth(SyntaxExpression root) {
        Deque<SyntaxExpression> level = new ArrayDeque<>(List.of(root));
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > MAX_DEPTH) {
                throw new SqlException(
                        "The expression is too long: at most "
                                + MAX_DEPTH
                                + " operators can follow each other.",
                        level.getFirst().position());
            }
            Deque<SyntaxExpression> below = new ArrayDeque<>();
            level.forEach(expression -> below.addAll(expression.children()));
            level = below;
        }
    }
}
