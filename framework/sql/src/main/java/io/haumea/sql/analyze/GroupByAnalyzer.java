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

import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.TimeUnit;
import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Analyses GROUP BY: keys, and the first window; further windows count for nothing. */
final class GroupByAnalyzer {

    private final QueryContext context;

    GroupByAnalyzer(QueryContext context) {
        this.context = context;
    }

    /**
     * A GROUP BY.
     *
     * @param window which rows are seen together, or null for each alone
     * @param filter what enters the window, or null for all
     * @param keys what rows of a group have in common
     */
    record Grouping(
            @Nullable WindowSpec window, @Nullable Expression filter, List<Expression> keys) {}

    Grouping analyze(List<SyntaxExpression> items) {
        WindowSpec window = null;
        Expression filter = null;
        List<Expression> keys = new ArrayList<>();
        for (SyntaxExpression item : items) {
            if (!(item instanceof SyntaxExpression.Window written)) {
                keys.add(ExpressionAnalyzer.analyze(context, Clause.GROUP_BY, item));
            } else if (window == null) {
                window = window(written);
                SyntaxExpression condition = written.filter();
                if (condition != null) {
                    filter = ExpressionAnalyzer.analyze(context, Clause.FILTER, condition);
                }
            }
        }
        return new Grouping(window, filter, keys);
    }

    private static WindowSpec window(SyntaxExpression.Window window) {
        TimeUnit unit = window.unit();
        if (window.kind() != WindowKind.TUMBLINGWINDOW || unit == null) {
            throw Unsupported.window(window.kind(), window.position());
        }
        return new WindowSpec.Tumbling(millis(window.values().get(0), unit, window));
    }

    private static long millis(long length, TimeUnit unit, SyntaxExpression.Window window) {
        if (length <= 0 || length > Long.MAX_VALUE / unit.millis()) {
            throw new SqlException(
                    "A window can't be "
                            + length
                            + " "
                            + unit
                            + " long; it must be longer than zero"
                            + " and at most 2^63 milliseconds.",
                    window.position());
        }
        return length * unit.millis();
    }
}
