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

import io.haumea.engine.expression.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes aliased expressions for joined rows. */
final class ComputeRowsOperator extends PassingOperator {

    private final Assignments assignments;
    private final Frame frame = new Frame();

    ComputeRowsOperator(Assignments assignments, OperatorContext context, Operator next) {
        super("compute", context, next);
        this.assignments = assignments;
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        forEach(
                rows,
                row -> {
                    frame.row(row);
                    assignments.assign(frame);
                },
                () -> {
                    counters.out(1);
                    next.rows(rows);
                },
                "");
    }

    @Override
    void message(Frame message) {
        throw new IllegalStateException("There is a join before");
    }
}
