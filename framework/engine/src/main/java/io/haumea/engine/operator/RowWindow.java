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

/** A tumbling window that keeps its rows. */
final class RowWindow extends PassingOperator {

    private final RowCopier copier;
    private final ListState<@Nullable Object[]> held;
    private final TumblingClock clock;

    RowWindow(long lengthMillis, RowCopier copier, OperatorContext context, Operator next) {
        super("window", context, next);
        this.copier = copier;
        this.held = context.listState("window");
        this.clock = new TumblingClock(lengthMillis, context, this::close);
    }

    @Override
    void message(Frame frame) {
        counters.in(1);
        held.add(copier.copy(frame));
        clock.arm();
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        throw new IllegalStateException("A window takes messages");
    }

    private void close() {
        if (!held.isEmpty()) {
            counters.out(1);
            next.rows(held.takeAll());
        }
    }
}
