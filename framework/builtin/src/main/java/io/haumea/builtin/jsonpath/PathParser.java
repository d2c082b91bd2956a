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
import java.util.ArrayList;
import java.util.List;

/** Reads the steps of one path, as far as they go. */
final class PathParser {

    private static final int MOST_STEPS = 200;

    private final PathLexer lexer;
    private final ExpressionParser expressions;
    private final List<PathStep> steps = new ArrayList<>();

    PathParser(PathLexer lexer, ExpressionParser expressions) {
        this.lexer = lexer;
        this.expressions = expressions;
    }

    PathExpression parse(boolean fromCurrent) {
        while (step()) {
            if (steps.size() > MOST_STEPS) {
                throw lexer.error(lexer.peek(), "more than " + MOST_STEPS + " steps");
            }
        }
        return new Steps(fromCurrent, steps);
    }

    /** A path whose first step has been read. */
    PathExpression parseFrom(PathStep first) {
        steps.add(first);
        return parse(false);
    }

    private boolean step() {
        if (lexer.takeIf('.')) {
            select();
            return true;
        }
        if (lexer.takeIf('[')) {
            bracket(false);
            return true;
        }
        if (lexer.takeIf('(')) {
            script();
            return true;
        }
        return false;
    }

    private void select() {
        Token token = lexer.take();
        if (token.kind() == Kind.NAME) {
            steps.add(new PathStep.Direct(PathKey.named(token.text())));
        } else if (token.is('*')) {
            steps.add(new PathStep.All());
        } else if (token.is('.')) {
            steps.add(new PathStep.Descend());
            descended();
        } else {
            throw lexer.unexpected(token, "JSON select", "Ident, \".\" or \"*\"");
        }
    }

    /** What stands behind two dots. */
    private void descended() {
        Token token = lexer.take();
        if (token.kind() == Kind.NAME) {
            steps.add(new PathStep.Direct(PathKey.named(token.text())));
        } else if (token.is('*')) {
            steps.add(new PathStep.All());
        } else if (token.is('[')) {
            bracket(true);
        } else if (token.is('(')) {
            script();
        } else {
            throw lexer.unexpected(token, "JSON mapper", "\"[\", Ident or \"*\"");
        }
    }

    private void script() {
        PathExpression script = expressions.expression();
        expressions.close(')', "jsnopath script");
        steps.add(new PathStep.Script(script));
    }

    private void bracket(boolean descended) {
        Token first = lexer.peek();
        if (lexer.takeIf('*')) {
            expressions.close(']', "JSON bracket star");
            steps.add(new PathStep.All());
        } else if (lexer.takeIf('?')) {
            steps.add(new PathStep.Filter(expressions.expression()));
            close('?');
        } else if (first.is(':')) {
            range(first, new PathExpression.Constant(0.0), descended);
        } else {
            PathExpression key = expressions.expression();
            if (lexer.peek().is(':')) {
                range(first, key, descended);
            } else {
                keys(key, descended);
            }
        }
    }

    private void keys(PathExpression first, boolean descended) {
        List<PathKey> keys = new ArrayList<>();
        keys.add(new PathKey(first));
        while (lexer.takeIf(',')) {
            keys.add(new PathKey(expressions.expression()));
        }
        close(',');
        steps.add(
                keys.size() == 1 && !descended
                        ? new PathStep.Direct(keys.get(0))
                        : new PathStep.Several(List.copyOf(keys)));
    }

    private void range(Token begin, PathExpression from, boolean descended) {
        if (descended) {
            throw lexer.error(begin, "mapper can not be combined with range query");
        }
        PathExpression to = new PathExpression.Constant((double) Integer.MAX_VALUE);
        PathExpression by = new PathExpression.Constant(1.0);
        lexer.takeIf(':');
        if (!lexer.peek().is(':') && !lexer.peek().is(']')) {
            to = expressions.expression();
        }
        if (lexer.takeIf(':') && !lexer.peek().is(']')) {
            by = expressions.expression();
        }
        if (lexer.peek().is(':')) {
            throw lexer.error(
                    lexer.peek(), "range query has at least the parameter [min:max:step]");
        }
        close(':');
        steps.add(new PathStep.Range(from, to, by));
    }

    /** Takes the closing bracket; separators of two kinds don't go together. */
    private void close(char separator) {
        Token token = lexer.peek();
        if (lexer.takeIf(']')) {
            return;
        }
        if (token.is(',') || token.is(':') || token.is('?')) {
            throw lexer.error(
                    token,
                    "mixed "
                            + (int) separator
                            + " and "
                            + (int) token.text().charAt(0)
                            + " in JSON bracket");
        }
        throw lexer.unexpected(token, "JSON bracket separator", "\":\" or \",\"");
    }
}
