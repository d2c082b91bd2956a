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
package io.haumea.engine.operator;

import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets rows pass for which a condition is true: WHERE, FILTER of a window, HAVING. */
final class FilterOperator extends PassingOperator {

    private final Evaluator condition;
    private final String prefix;
    private final Frame frame = new Frame();

    /** A filter that counts together with another: one for each stream, under one name. */
    FilterOperator(
            FilterOperator like, Evaluator condition, OperatorContext context, Operator next) {
        super(like.counters, context, next);
        this.condition = condition;
        this.prefix = like.prefix;
    }

    FilterOperator(
            String name,
            String prefix,
            Evaluator condition,
            OperatorContext context,
            Operator next) {
        super(name, context, next);
        this.condition = condition;
        this.prefix = prefix;
    }

    @Override
    void message(Frame message) {
        counters.in(1);
        boolean passes;
        try {
            passes = Conditions.holds(condition, message);
        } catch (EvaluationException e) {
            fail(prefix + e.getMessage());
            return;
        }
        if (passes) {
            counters.out(1);
            next.message(message);
        }
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        List<@Nullable Object[]> passing = new ArrayList<>();
        forEach(
                rows,
                row -> {
                    frame.row(row);
                    if (Conditions.holds(condition, frame)) {
                        passing.add(row);
                    }
                },
                () -> passed(passing),
                prefix);
    }

    private void passed(List<@Nullable Object[]> passing) {
        if (!passing.isEmpty()) {
            counters.out(1);
            next.rows(passing);
        }
    }
}
