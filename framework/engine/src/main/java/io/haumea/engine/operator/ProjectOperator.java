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
import io.haumea.engine.work.Steps;
import io.haumea.sdk.data.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last step: makes result rows and hands them to the actions. */
final class ProjectOperator extends Operator {

    static final String SELECT_ERROR = "run Select error: ";

    private final Projection projection;
    private final Frame frame = new Frame();

    /** What errors begin with. */
    private final String prefix;

    ProjectOperator(Projection projection, String prefix, OperatorContext context) {
        super("project", context);
        this.projection = projection;
        this.prefix = prefix;
    }

    @Override
    void message(Frame message) {
        counters.in(1);
        Row row;
        try {
            row = projection.project(message);
        } catch (EvaluationException e) {
            fail(e);
            return;
        }
        counters.out(1);
        context().emit(Emission.result(List.of(row)));
    }

    @Override
    void rows(List<@Nullable Object[]> rows) {
        counters.in(1);
        List<Row> results = new ArrayList<>(rows.size());
        Steps projecting =
                Steps.each(
                        rows,
                        row -> {
                            frame.row(row);
                            results.add(projection.project(frame));
                        });
        context()
                .begin(
                        projecting,
                        () -> {
                            counters.out(1);
                            context().emit(Emission.result(results));
                        },
                        this::fail);
    }

    private void fail(EvaluationException e) {
        String text = prefix + e.getMessage();
        failed(text);
        context().emit(Emission.error(text));
    }

    @Override
    void error(String text) {
        counters.in(1);
        failed(text);
        context().emit(Emission.error(text));
    }
}
