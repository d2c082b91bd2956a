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

import io.haumea.sdk.data.DataType;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import org.jspecify.annotations.Nullable;

/** Analyses one expression of a clause. */
final class ExpressionAnalyzer {

    private final QueryContext context;
    private final Clause clause;
    private final @Nullable String defines;
    private final NameResolver names;
    private boolean aggregated;
    private boolean readsOwnName;

    private ExpressionAnalyzer(QueryContext context, Clause clause, @Nullable String defines) {
        this.context = context;
        this.clause = clause;
        this.defines = defines;
        this.names = new NameResolver(context, clause);
    }

    /** The expression in a clause. */
    static Expression analyze(QueryContext context, Clause clause, SyntaxExpression expression) {
        return new ExpressionAnalyzer(context, clause, null).analyze(expression, false);
    }

    /** An aliased expression of the SELECT list. */
    static Alias alias(QueryContext context, String name, SyntaxExpression expression) {
        Clause clause =
                context.functions().callsAggregate(expression)
                        ? Clause.SELECT_AGGREGATED
                        : Clause.SELECT_ALIASED;
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, clause, name);
        Expression value = analyzer.analyze(expression, false);
        return new Alias(
                context.aliasCount(),
                name,
                expression,
                value,
                analyzer.aggregated,
                analyzer.readsOwnName);
    }

    Clause clause() {
        return clause;
    }

    void markAggregated() {
        aggregated = true;
    }

    Expression analyze(SyntaxExpression expression, boolean insideAggregate) {
        if (expression instanceof SyntaxExpression.Literal literal) {
            return new Expression.Constant(literal.value(), Types.ofLiteral(literal.value()));
        }
        if (expression instanceof SyntaxExpression.ColumnRef column) {
            return name(column, insideAggregate);
        }
        if (expression instanceof SyntaxExpression.Call call) {
            return new CallAnalyzer(context, this).analyze(call, insideAggregate);
        }
        if (expression instanceof SyntaxExpression.Binary binary) {
            Expression left = analyze(binary.left(), insideAggregate);
            Expression right = analyze(binary.right(), insideAggregate);
            DataType type = Types.of(binary.operator(), left.type(), right.type());
            return ConstantFolder.fold(new Expression.Binary(binary.operator(), left, right, type));
        }
        if (expression instanceof SyntaxExpression.Star star) {
            throw new SqlException(
                    "The * stands for all columns in a SELECT list or for all rows in count(*).",
                    star.position());
        }
        if (expression instanceof SyntaxExpression.Window) {
            // Outside of GROUP BY a window has no value, but EMQ X Kuiper 0.9 takes it.
            return new Expression.Constant(null, DataType.ANY);
        }
        return unary(expression, insideAggregate);
    }

    private Expression unary(SyntaxExpression expression, boolean insideAggregate) {
        Expression operand = analyze(expression.children().get(0), insideAggregate);
        if (expression instanceof SyntaxExpression.Negate) {
            return ConstantFolder.fold(new Expression.Negate(operand));
        }
        if (expression instanceof SyntaxExpression.Not) {
            return new Expression.Not(operand);
        }
        if (expression instanceof SyntaxExpression.IsNull test) {
            return new Expression.IsNull(operand, test.negated());
        }
        if (expression instanceof SyntaxExpression.Member member) {
            return new Expression.Member(operand, member.name());
        }
        if (expression instanceof SyntaxExpression.Element element) {
            return new Expression.Element(operand, element.index());
        }
        SyntaxExpression.Slice slice = (SyntaxExpression.Slice) expression;
        return new Expression.Slice(operand, slice.from(), slice.to());
    }

    private Expression name(SyntaxExpression.ColumnRef column, boolean insideAggregate) {
        NameResolver.Meaning meaning = names.resolve(column, insideAggregate);
        aggregated |= meaning.aggregated();
        readsOwnName |= meaning.column() && column.name().equalsIgnoreCase(defines);
        return meaning.value();
    }
}
