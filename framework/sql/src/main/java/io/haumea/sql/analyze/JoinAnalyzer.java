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

import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.BinaryOperator;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.JoinKind;
import io.haumea.sql.plan.PlanNode.JoinKey;
import io.haumea.sql.plan.PlanNode.JoinStep;
import java.util.ArrayList;
import java.util.List;

/** Analyses joins, and finds the equalities by which pairs can be looked up. */
final class JoinAnalyzer {

    private final QueryContext context;

    JoinAnalyzer(QueryContext context) {
        this.context = context;
    }

    List<JoinStep> analyze(List<Join> joins) {
        List<JoinStep> steps = new ArrayList<>();
        for (Join join : joins) {
            steps.add(step(join, steps.size() + 1));
        }
        return steps;
    }

    private JoinStep step(Join join, int right) {
        SyntaxExpression written = join.condition();
        if (written == null) {
            if (join.kind() != JoinKind.CROSS) {
                throw new SqlException(
                        (join.kind() == JoinKind.INNER ? "An " : "A ")
                                + join.kind()
                                + " JOIN needs a condition after ON.",
                        join.position(),
                        "Without one, CROSS JOIN gives all pairs.");
            }
            return new JoinStep(join.kind(), right, null, List.of());
        }
        Expression condition =
                ExpressionAnalyzer.analyze(
                        context.within(context.from().upTo(right)), Clause.ON, written);
        return new JoinStep(join.kind(), right, condition, keys(condition, right));
    }

    /**
     * The equalities at the beginning of a condition. Where one of them does not hold, nothing
     * after it is looked at, so that leaving such pairs out changes nothing.
     */
    private List<JoinKey> keys(Expression condition, int right) {
        List<Expression> parts = new ArrayList<>();
        split(condition, parts);
        List<JoinKey> keys = new ArrayList<>();
        for (Expression part : parts) {
            if (!(part instanceof Expression.Binary equality
                    && equality.operator() == BinaryOperator.EQUAL
                    && equality.left() instanceof Expression.SlotValue a
                    && equality.right() instanceof Expression.SlotValue b)) {
                return keys;
            }
            boolean first = context.layout().inputOf(a.slot()) == right;
            boolean second = context.layout().inputOf(b.slot()) == right;
            if (first == second) {
                return keys;
            }
            keys.add(first ? new JoinKey(b.slot(), a.slot()) : new JoinKey(a.slot(), b.slot()));
        }
        return keys;
    }

    private static void split(Expression condition, List<Expression> parts) {
        if (condition instanceof Expression.Binary both && both.operator() == BinaryOperator.AND) {
            split(both.left(), parts);
            split(both.right(), parts);
        } else {
            parts.add(condition);
        }
    }
}
