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
package io.haumea.sql.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of analysed expressions. Expressions with one text compute the same, as far as they are
 * deterministic.
 */
public final class ExpressionText {

    private ExpressionText() {}

    /**
     * The text of an expression.
     *
     * @param expression the expression
     * @return its text, with every operator in parentheses
     */
    public static String of(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant(constant.value());
        }
        if (expression instanceof Expression.SlotValue slot) {
            return slot.name() + "#" + slot.slot();
        }
        if (expression instanceof Expression.MetaValue meta) {
            return "meta(" + meta.key() + ")#" + meta.slot();
        }
        if (expression instanceof Expression.Binary binary) {
            return "("
                    + of(binary.left())
                    + " "
                    + binary.operator().text()
                    + " "
                    + of(binary.right())
                    + ")";
        }
        if (expression instanceof Expression.Call call) {
            return call(call.function().name(), call.arguments());
        }
        if (expression instanceof Expression.FirstValue first) {
            return call("first", first.candidates());
        }
        return unary(expression);
    }

    static String call(String function, List<Expression> arguments) {
        return arguments.stream()
                .map(ExpressionText::of)
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static String unary(Expression expression) {
        if (expression instanceof Expression.Negate negate) {
            return "(- " + of(negate.operand()) + ")";
        }
        if (expression instanceof Expression.Not not) {
            return "(NOT " + of(not.operand()) + ")";
        }
        if (expression instanceof Expression.IsNull test) {
            return "(" + of(test.operand()) + (test.negated() ? " IS NOT NULL)" : " IS NULL)");
        }
        if (expression instanceof Expression.Member member) {
            return of(member.operand()) + "->" + member.name();
        }
        if (expression instanceof Expression.Element element) {
            return of(element.operand()) + "[" + element.index() + "]";
        }
        if (expression instanceof Expression.Slice slice) {
            return of(slice.operand()) + "[" + bound(slice.from()) + ":" + bound(slice.to()) + "]";
        }
        throw new IllegalStateException("An unknown expression: " + expression.getClass());
    }

    private static String bound(@Nullable Long bound) {
        return bound == null ? "" : bound.toString();
    }

    private static String constant(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return value == null ? "NULL" : value.toString();
    }
}
