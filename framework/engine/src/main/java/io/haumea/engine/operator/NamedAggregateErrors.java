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

import io.haumea.engine.aggregate.Aggregates;
import io.haumea.engine.expression.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives error events of the steps before the text that they have after named aggregates, where
 * HAVING and ORDER BY, whose own errors keep their text, come before the aggregation.
 */
final class NamedAggregateErrors extends Operator {

    private final Operator next;

    NamedAggregateErrors(OperatorContext context, Operator next) {
        super("aggregate_errors", context);
        this.next = next;
    }

    @Override
    void message(Frame frame) {
        next.message(frame);
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        next.rows(rows);
    }

    @Override
    void error(String text) {
        next.error(Aggregates.passingNamed(text));
    }
}
