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
import io.haumea.sql.ast.TimeUnit;
import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a window and parses its FILTER. */
final class WindowParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    WindowParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    SyntaxExpression window(WindowKind kind, List<SyntaxExpression> arguments, Position position) {
        if (kind == WindowKind.COUNTWINDOW) {
            List<Long> counts = counts(arguments, position);
            return new SyntaxExpression.Window(kind, null, counts, filter(), position);
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (arguments.size() != kind.arguments()) {
            throw new SqlException(
                    "The arguments for " + name + " should be " + kind.arguments() + ".\n",
                    position);
        }
        TimeUnit unit =
                unit(arguments.get(0))
                        .orElseThrow(
                                () ->
                                        new SqlException(
                                                "The 1st argument for "
                                                        + name
                                                        + " is expecting timer literal expression."
                                                        + " One value of [dd|hh|mi|ss|ms].\n",
                                                arguments.get(0).position()));
        List<Long> lengths = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            Long length = whole(arguments.get(i));
            if (length == null) {
                throw new SqlException(
                        "The "
                                + i
                                + " argument for "
                                + name
                                + " is expecting interger literal expression. \n",
                        arguments.get(i).position());
            }
            lengths.add(length);
        }
        return new SyntaxExpression.Window(kind, unit, lengths, filter(), position);
    }

    private static List<Long> counts(List<SyntaxExpression> arguments, Position position) {
        if (arguments.size() > 2) {
            throw new SqlException("Invalid parameter count.", position);
        }
        List<Long> counts = new ArrayList<>();
        for (SyntaxExpression argument : arguments) {
            Long count = whole(argument);
            if (count == null || count <= 0) {
                String shown = String.join(", ", arguments.stream().map(SyntaxText::of).toList());
                throw new SqlException(
                        "Invalid parameter value " + shown + ".", argument.position());
            }
            counts.add(count);
        }
        if (counts.size() == 2 && counts.get(1) > counts.get(0)) {
            throw new SqlException(
                    "The second parameter value "
                            + counts.get(1)
                            + " should be less than the first parameter "
                            + counts.get(0)
                            + ".",
                    arguments.get(1).position());
        }
        return counts;
    }

    private @Nullable SyntaxExpression filter() {
        if (!tokens.acceptWord("FILTER")) {
            return null;
        }
        expectAfterFilter(tokens.acceptSymbol("("), "FILTER, expect parentheses.");
        expectAfterFilter(tokens.acceptWord("WHERE"), "FILTER(, expect WHERE.");
        SyntaxExpression condition = expressions.nested();
        expectAfterFilter(tokens.acceptSymbol(")"), "FILTER, expect right parentheses.");
        return condition;
    }

    private void expectAfterFilter(boolean found, String rest) {
        if (!found) {
            throw new SqlException(
                    "Found " + tokens.peek().shown() + " after " + rest, tokens.peek().position());
        }
    }

    private static Optional<TimeUnit> unit(SyntaxExpression argument) {
        return argument instanceof SyntaxExpression.ColumnRef column
                        && column.qualifier() == null
                        && !column.quoted()
                ? TimeUnit.named(column.name())
                : Optional.empty();
    }

    private static @Nullable Long whole(SyntaxExpression argument) {
        return argument instanceof SyntaxExpression.Literal literal
                        && literal.value() instanceof Long value
                ? value
                : null;
    }
}
