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
package io.haumea.builtin.jsonpath;

import io.haumea.builtin.jsonpath.PathLexer.Kind;
import io.haumea.builtin.jsonpath.PathLexer.Token;
import io.haumea.builtin.regex.Regex;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.HaumeaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads expressions: operators by their precedence, then values, lists, paths and names. */
final class ExpressionParser {

    private static final int DEEPEST = 60;
    private static final int MOST_OPERATORS = 200;

    /** All of one precedence go from left to right. */
    private static final Map<String, Integer> PRECEDENCES =
            Map.ofEntries(
                    Map.entry("?", 0),
                    Map.entry("??", 0),
                    Map.entry("||", 20),
                    Map.entry("&&", 21),
                    Map.entry("==", 40),
                    Map.entry("!=", 40),
                    Map.entry(">", 40),
                    Map.entry(">=", 40),
                    Map.entry("<", 40),
                    Map.entry("<=", 40),
                    Map.entry("=~", 40),
                    Map.entry("!~", 40),
                    Map.entry("in", 40),
                    Map.entry("^", 60),
                    Map.entry("&", 60),
                    Map.entry("|", 60),
                    Map.entry("<<", 90),
                    Map.entry(">>", 90),
                    Map.entry("+", 120),
                    Map.entry("-", 120),
                    Map.entry("*", 150),
                    Map.entry("/", 150),
                    Map.entry("%", 150),
                    Map.entry("**", 200));

    private final PathLexer lexer;
    private int depth;
    private int operators;

    ExpressionParser(PathLexer lexer) {
        this.lexer = lexer;
    }

    PathExpression parse() {
        PathExpression expression = expression();
        if (lexer.peek().kind() != Kind.END) {
            throw lexer.unexpected(lexer.peek(), "operator");
        }
        return expression;
    }

    PathExpression expression() {
        return expression(0);
    }

    private PathExpression expression(int lowest) {
        enter();
        PathExpression left = operand();
        for (String operator = operator();
                !operator.isEmpty() && precedence(operator) >= lowest;
                operator = operator()) {
            Token token = take(operator);
            operators++;
            if (operators > MOST_OPERATORS) {
                throw lexer.error(token, "more than " + MOST_OPERATORS + " operators");
            }
            left =
                    operator.equals("?")
                            ? choice(left)
                            : binary(operator, left, expression(precedence(operator) + 1), token);
        }
        depth--;
        return left;
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw lexer.error(lexer.peek(), "the path nests too deeply");
        }
    }

    private static int precedence(String operator) {
        return Objects.requireNonNull(PRECEDENCES.get(operator));
    }

    /** The operator that comes next, or the empty text if none does. */
    private String operator() {
        Token next = lexer.peek();
        if (next.kind() == Kind.NAME) {
            return next.text().equals("in") ? "in" : "";
        }
        if (next.kind() != Kind.SYMBOL) {
            return "";
        }
        String longest = lexer.longest(PRECEDENCES.keySet());
        return PRECEDENCES.containsKey(longest) ? longest : "";
    }

    private Token take(String operator) {
        Token first = lexer.take();
        for (int i = first.text().length(); i < operator.length(); i++) {
            lexer.take();
        }
        return first;
    }

    private PathExpression choice(PathExpression condition) {
        PathExpression yes = expression();
        PathExpression no = lexer.takeIf(':') ? expression() : new PathExpression.Constant(null);
        return scope -> {
            Object value = condition.evaluate(scope);
            return value == null || Boolean.FALSE.equals(value)
                    ? no.evaluate(scope)
                    : yes.evaluate(scope);
        };
    }

    private PathExpression binary(
            String operator, PathExpression left, PathExpression right, Token token) {
        return switch (operator) {
            case "&&" ->
                    scope -> {
                        Object a = left.evaluate(scope);
                        return !Boolean.FALSE.equals(a)
                                && PathOperators.and(operator, a, right.evaluate(scope));
                    };
            case "||" ->
                    scope -> {
                        Object a = left.evaluate(scope);
                        return Boolean.TRUE.equals(a)
                                || PathOperators.or(operator, a, right.evaluate(scope));
                    };
            case "??" ->
                    scope -> {
                        Object a = left.evaluate(scope);
                        return a == null || Boolean.FALSE.equals(a) ? right.evaluate(scope) : a;
                    };
            case "=~", "!~" -> match(operator.equals("=~"), left, right, token);
            default ->
                    scope ->
                            PathOperators.apply(
                                    operator, left.evaluate(scope), right.evaluate(scope));
        };
    }

    private PathExpression match(
            boolean wanted, PathExpression left, PathExpression right, Token token) {
        if (right instanceof PathExpression.Constant constant) {
            Regex regex;
            try {
                regex = Regex.compile(ValueText.of(constant.value()));
            } catch (HaumeaException e) {
                throw lexer.error(token, Objects.toString(e.getMessage(), ""));
            }
            return scope -> regex.matches(ValueText.of(left.evaluate(scope))) == wanted;
        }
        return scope -> {
            String text = ValueText.of(left.evaluate(scope));
            String pattern = ValueText.of(right.evaluate(scope));
            try {
                return Regex.compile(pattern).matches(text) == wanted;
            } catch (HaumeaException e) {
                throw new PathException(Objects.toString(e.getMessage(), ""));
            }
        };
    }

    private PathExpression operand() {
        Token token = lexer.take();
        return switch (token.kind()) {
            case NAME -> name(token);
            case WHOLE, FRACTION -> new PathExpression.Constant(Double.valueOf(token.text()));
            case TEXT, RAW_TEXT, CHARACTER ->
                    new PathExpression.Constant(
                            QuotedText.unquote(token.text())
                                    .orElseThrow(
                                            () ->
                                                    lexer.error(
                                                            token,
                                                            "could not parse string: invalid"
                                                                    + " syntax")));
            case SYMBOL -> symbol(token);
            case END -> throw lexer.unexpected(token, "extensions");
        };
    }

    private PathExpression symbol(Token token) {
        return switch (token.text()) {
            case "$" -> new PathParser(lexer, this).parse(false);
            case "@" -> new PathParser(lexer, this).parse(true);
            case "(" -> {
                PathExpression inner = expression();
                close(')', "parentheses");
                yield inner;
            }
            case "[" -> list();
            case "-" -> prefix(PathOperators::negate);
            case "!" -> prefix(PathOperators::not);
            default -> throw lexer.unexpected(token, "extensions");
        };
    }

    /** What a prefix makes of a value. */
    private interface Prefix {
        @Nullable Object apply(@Nullable Object value);
    }

    private PathExpression prefix(Prefix prefix) {
        enter();
        PathExpression operand = operand();
        depth--;
        if (operand instanceof PathExpression.Constant constant) {
            return new PathExpression.Constant(prefix.apply(constant.value()));
        }
        return scope -> prefix.apply(operand.evaluate(scope));
    }

    void close(char symbol, String unit) {
        Token token = lexer.peek();
        if (!lexer.takeIf(symbol)) {
            throw lexer.unexpected(token, unit, "\"" + symbol + "\"");
        }
    }

    private PathExpression list() {
        List<PathExpression> items = new ArrayList<>();
        while (!lexer.takeIf(']')) {
            if (!lexer.takeIf(',')) {
                items.add(expression());
            }
        }
        return scope -> {
            List<@Nullable Object> values = new ArrayList<>();
            items.forEach(item -> values.add(item.evaluate(scope)));
            return values;
        };
    }

    /** A member of the root without a {@code $} before it. */
    private PathExpression name(Token token) {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new PathExpression.Constant(Boolean.valueOf(token.text()));
        }
        if (lexer.peek().is('(')) {
            throw lexer.error(token, "there is no function " + token.text());
        }
        PathStep first = new PathStep.Direct(PathKey.named(token.text()));
        return new PathParser(lexer, this).parseFrom(first);
    }
}
