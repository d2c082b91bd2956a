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
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of an expression, with every operator in parentheses. Parsing it gives the
 * same expression again.
 */
public final class SyntaxText {

    private SyntaxText() {}

    /**
     * The text of an expression.
     *
     * @param expression the expression
     * @return its text
     */
    public static String of(SyntaxExpression expression) {
        if (expression instanceof SyntaxExpression.Literal literal) {
            return literal(literal.value());
        }
        if (expression instanceof SyntaxExpression.ColumnRef column) {
            return qualifier(column.qualifier()) + name(column.name());
        }
        if (expression instanceof SyntaxExpression.Star star) {
            return qualifier(star.qualifier()) + "*";
        }
        if (expression instanceof SyntaxExpression.Call call) {
            return name(call.name()) + list(call.arguments());
        }
        if (expression instanceof SyntaxExpression.Window window) {
            return window(window);
        }
        return operator(expression);
    }

    private static String operator(SyntaxExpression expression) {
        if (expression instanceof SyntaxExpression.Binary binary) {
            return "("
                    + of(binary.left())
                    + " "
                    + binary.operator().text()
                    + " "
                    + of(binary.right())
                    + ")";
        }
        if (expression instanceof SyntaxExpression.Negate negate) {
            return "(- (" + of(negate.operand()) + "))";
        }
        if (expression instanceof SyntaxExpression.Not not) {
            return "(NOT (" + of(not.operand()) + "))";
        }
        if (expression instanceof SyntaxExpression.IsNull test) {
            return "(" + of(test.operand()) + (test.negated() ? " IS NOT NULL)" : " IS NULL)");
        }
        if (expression instanceof SyntaxExpression.Member member) {
            return operand(member.operand()) + "->" + name(member.name());
        }
        if (expression instanceof SyntaxExpression.Element element) {
            return operand(element.operand()) + "[" + element.index() + "]";
        }
        if (expression instanceof SyntaxExpression.Slice slice) {
            String from = slice.from() == null ? "" : slice.from().toString();
            String to = slice.to() == null ? "" : slice.to().toString();
            return operand(slice.operand()) + "[" + from + ":" + to + "]";
        }
        throw new IllegalStateException("An unknown expression: " + expression.getClass());
    }

    /** In parentheses if it is a number, whose minus binds tighter here than it reads. */
    private static String operand(SyntaxExpression operand) {
        String text = of(operand);
        return operand instanceof SyntaxExpression.Literal ? "(" + text + ")" : text;
    }

    private static String window(SyntaxExpression.Window window) {
        String unit =
                window.unit() == null ? "" : window.unit().name().toLowerCase(Locale.ROOT) + ", ";
        String numbers =
                window.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String filter = window.filter() == null ? "" : " FILTER(WHERE " + of(window.filter()) + ")";
        return window.kind().name() + "(" + unit + numbers + ")" + filter;
    }

    private static String list(List<SyntaxExpression> arguments) {
        return arguments.stream().map(SyntaxText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Double number) {
            String plain = new BigDecimal(number.toString()).toPlainString();
            return plain.indexOf('.') < 0 ? plain + "." : plain;
        }
        return value instanceof String text ? QuotedText.quote(text) : value.toString();
    }

    private static String qualifier(@Nullable String qualifier) {
        return qualifier == null ? "" : name(qualifier) + ".";
    }

    private static String name(String name) {
        return "`" + name + "`";
    }
}
