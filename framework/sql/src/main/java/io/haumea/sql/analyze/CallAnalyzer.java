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
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.TimeUnit;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import java.util.ArrayList;
import java.util.List;

/** Analyses calls of functions. */
final class CallAnalyzer {

    private final QueryContext context;
    private final ExpressionAnalyzer expressions;

    CallAnalyzer(QueryContext context, ExpressionAnalyzer expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Expression analyze(SyntaxExpression.Call call, boolean insideAggregate) {
        if (MetaAnalyzer.isMeta(call)) {
            checkScalar(call);
            return new MetaAnalyzer(context).analyze(call);
        }
        FunctionDefinition function = context.functions().get(call);
        if (function instanceof ScalarFunction scalar) {
            checkScalar(call);
            return scalar(scalar, call, insideAggregate);
        }
        return aggregate((AggregateFunction) function, call, insideAggregate);
    }

    private void checkScalar(SyntaxExpression.Call call) {
        if (expressions.clause() == Clause.HAVING) {
            throw new SqlException(
                    "Not allowed to call none-aggregate functions in HAVING clause.",
                    call.position(),
                    "Give the call an alias in the SELECT list and use that.");
        }
    }

    private Expression scalar(
            ScalarFunction function, SyntaxExpression.Call call, boolean insideAggregate) {
        refuseStar(call, 0);
        List<Expression> arguments = arguments(call, insideAggregate);
        check(function, call, arguments);
        DataType type = function.resultType(arguments.stream().map(Expression::type).toList());
        return new Expression.Call(function, call.name(), arguments, context.nextCall(), type);
    }

    private Expression aggregate(
            AggregateFunction function, SyntaxExpression.Call call, boolean insideAggregate) {
        Clause clause = expressions.clause();
        if (!clause.aggregates()) {
            throw new SqlException(
                    "Not allowed to call aggregate functions in " + clause.text() + " clause.",
                    call.position());
        }
        if (insideAggregate) {
            throw new SqlException(
                    "The aggregate function " + call.name() + " is called inside another one.",
                    call.position());
        }
        boolean rows = isStar(call) && function.name().equalsIgnoreCase("count");
        refuseStar(call, rows ? 1 : 0);
        List<Expression> arguments = rows ? counted(call) : arguments(call, true);
        check(function, call, arguments);
        expressions.markAggregated();
        return context.aggregates().value(function, call.name(), arguments);
    }

    /** All columns of a stream are no value, so that EMQ X Kuiper 0.9 counts none of them. */
    private static List<Expression> counted(SyntaxExpression.Call call) {
        boolean all =
                call.arguments().get(0) instanceof SyntaxExpression.Star star
                        && star.qualifier() == null;
        return all ? List.of() : List.of(new Expression.Constant(null, DataType.ANY));
    }

    private static boolean isStar(SyntaxExpression.Call call) {
        return call.arguments().size() == 1
                && call.arguments().get(0) instanceof SyntaxExpression.Star;
    }

    private void refuseStar(SyntaxExpression.Call call, int from) {
        for (SyntaxExpression argument : call.arguments()) {
            if (argument instanceof SyntaxExpression.Star star) {
                context.from().find(star.qualifier(), star.position());
            }
        }
        for (SyntaxExpression argument : call.arguments().stream().skip(from).toList()) {
            if (argument instanceof SyntaxExpression.Star star) {
                throw new SqlException(
                        "The function " + call.name() + " does not take *; only count(*) does.",
                        star.position());
            }
        }
    }

    private List<Expression> arguments(SyntaxExpression.Call call, boolean insideAggregate) {
        return call.arguments().stream()
                .map(argument -> expressions.analyze(argument, insideAggregate))
                .toList();
    }

    private void check(
            FunctionDefinition function, SyntaxExpression.Call call, List<Expression> analyzed) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            DataType type = analyzed.isEmpty() ? DataType.ANY : analyzed.get(i).type();
            arguments.add(argument(call.arguments().get(i), type));
        }
        function.check(arguments)
                .ifPresent(
                        problem -> {
                            throw new SqlException(problem, call.position());
                        });
    }

    private Argument argument(SyntaxExpression argument, DataType type) {
        if (argument instanceof SyntaxExpression.Star) {
            return new Argument(Argument.Kind.STAR, type, null);
        }
        if (argument instanceof SyntaxExpression.Literal literal && literal.value() != null) {
            return new Argument(Argument.Kind.LITERAL, type, literal.value());
        }
        return isTimeUnit(argument)
                ? new Argument(Argument.Kind.TIME_UNIT, type, null)
                : new Argument(Argument.Kind.EXPRESSION, type, null);
    }

    /** A bare {@code ss} is a unit, unless something of that name is known. */
    private boolean isTimeUnit(SyntaxExpression argument) {
        return argument instanceof SyntaxExpression.ColumnRef name
                && name.qualifier() == null
                && !name.quoted()
                && TimeUnit.named(name.name()).isPresent()
                && !context.from().declares(name.name())
                && context.alias(name.name()).isEmpty();
    }
}
