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

import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first step of every rule: takes a message in, computes aliased expressions into their slots,
 * and finds out the message's time.
 */
final class ComputeOperator extends PassingOperator {

    private final Assignments assignments;
    private final @Nullable EventTime time;

    ComputeOperator(
            String stream,
            Assignments assignments,
            @Nullable EventTime time,
            OperatorContext context,
            Operator next) {
        super("preprocessor_" + stream, context, next);
        this.assignments = assignments;
        this.time = time;
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        try {
            assignments.assign(frame);
            if (time != null) {
                frame.timestamp(time.millis(frame));
            }
        } catch (EvaluationException e) {
            fail(String.valueOf(e.getMessage()));
            return;
        }
        counters.out(1);
        next.message(frame);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        next.rows(rows);
    }
}
