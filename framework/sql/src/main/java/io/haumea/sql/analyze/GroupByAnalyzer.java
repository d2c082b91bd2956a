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
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Analyses GROUP BY: the first window in it, and the keys. Further windows are ignored. */
final class GroupByAnalyzer {

    private final QueryContext context;

    GroupByAnalyzer(QueryContext context) {
        this.context = context;
    }

    /**
     * What GROUP BY says.
     *
     * @param window the window, or null
     * @param filters what FILTER asks of the messages of each stream; empty if there is none
     * @param keys what rows of a group have in common
     */
    record Grouping(@Nullable WindowSpec window, List<Expression> filters, List<Expression> keys) {}

    Grouping analyze(List<SyntaxExpression> items) {
        WindowSpec window = null;
        List<Expression> filters = new ArrayList<>();
        List<Expression> keys = new ArrayList<>();
        for (SyntaxExpression item : items) {
            if (!(item instanceof SyntaxExpression.Window written)) {
                keys.add(ExpressionAnalyzer.analyze(context, Clause.GROUP_BY, item));
            } else if (window == null) {
                window = window(written);
                filters.addAll(filters(written.filter()));
            }
        }
        return new Grouping(window, filters, keys);
    }

    private List<Expression> filters(@Nullable SyntaxExpression condition) {
        if (condition == null) {
            return List.of();
        }
        return context.from().all().stream()
                .map(stream -> context.within(context.from().only(stream.input())))
                .map(alone -> ExpressionAnalyzer.analyze(alone, Clause.FILTER, condition))
                .toList();
    }

    private static WindowSpec window(SyntaxExpression.Window window) {
        TimeUnit unit = window.unit();
        if (unit == null) {
            return count(window);
        }
        long first = millis(window.values().get(0), unit, window);
        return switch (window.kind()) {
            case TUMBLINGWINDOW -> new WindowSpec.Tumbling(first);
            case SLIDINGWINDOW -> new WindowSpec.Sliding(first);
            case HOPPINGWINDOW ->
                    new WindowSpec.Hopping(first, millis(window.values().get(1), unit, window));
            case SESSIONWINDOW ->
                    new WindowSpec.Session(first, millis(window.values().get(1), unit, window));
            case COUNTWINDOW -> throw new IllegalStateException("A count has no unit");
        };
    }

    private static WindowSpec count(SyntaxExpression.Window window) {
        long size = window.values().get(0);
        if (size > Integer.MAX_VALUE) {
            throw new SqlException(
                    "A COUNTWINDOW can't hold " + size + " rows; at most 2147483647.",
                    window.position());
        }
        long every = window.values().size() == 1 ? size : window.values().get(1);
        return new WindowSpec.Count((int) size, (int) every);
    }

    private static long millis(long length, TimeUnit unit, SyntaxExpression.Window window) {
        if (length <= 0 || length > Long.MAX_VALUE / 4 / unit.millis()) {
            throw new SqlException(
                    "A window can't be "
                            + length
                            + " "
                            + unit
                            + " long; it must be longer than zero"
                            + " and at most 2^61 milliseconds.",
                    window.position());
        }
        return length * unit.millis();
    }
}
