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
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.ExpressionCompiler;
import io.haumea.engine.expression.Failure;
import io.haumea.engine.expression.Frame;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sql.plan.PlanNode.AggregateCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aggregate calls of a rule: makes groups, takes rows in, puts results into slots. */
final class Aggregates {

    private final List<AggregateCall> calls;
    private final Evaluator[][] arguments;
    private final @Nullable Object[][] values;

    Aggregates(List<AggregateCall> calls, ExpressionCompiler compiler) {
        this.calls = calls;
        this.arguments = new Evaluator[calls.size()][];
        this.values = new Object[calls.size()][];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    calls.get(i).arguments().stream()
                            .map(compiler::compile)
                            .toArray(Evaluator[]::new);
            values[i] = new Object[arguments[i].length];
        }
    }

    /** A group: its first row, and what its calls have taken in. */
    static final class Group {
        private final @Nullable Object[] row;
        private final Accumulator[] accumulators;
        private final @Nullable Failure[] failures;

        private Group(@Nullable Object[] row, Accumulator[] accumulators) {
            this.row = row;
            this.accumulators = accumulators;
            this.failures = new Failure[accumulators.length];
        }
    }

    Group newGroup(@Nullable Object[] firstRow) {
        Accumulator[] accumulators = new Accumulator[arguments.length];
        for (int i = 0; i < accumulators.length; i++) {
            accumulators[i] = calls.get(i).function().newAccumulator();
        }
        return new Group(firstRow, accumulators);
    }

    /** Takes a row into a group; what fails there fails when its result is asked for. */
    void add(Group group, Frame frame) {
        for (int i = 0; i < arguments.length; i++) {
            if (group.failures[i] == null) {
                group.failures[i] = tryAdd(group.accumulators[i], i, frame);
            }
        }
    }

    /** The boundary to a plugin's code: whatever it throws is an error of this call alone. */
    private @Nullable Failure tryAdd(Accumulator accumulator, int call, Frame frame) {
        try {
            Evaluator[] evaluators = arguments[call];
            @Nullable Object[] row = values[call];
            for (int i = 0; i < evaluators.length; i++) {
                row[i] = evaluators[i].evaluate(frame);
            }
            accumulator.add(row);
            return null;
        } catch (EvaluationException e) {
            return new Failure(String.valueOf(e.getMessage()));
        } catch (HaumeaException e) {
            return failure(call, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            return failure(call, e.toString());
        }
    }

    private Failure failure(int call, @Nullable String reason) {
        return new Failure("call func " + calls.get(call).name() + " error: " + reason);
    }

    /** The row of a group with the results in their slots. */
    @Nullable Object[] result(Group group) {
        for (int i = 0; i < arguments.length; i++) {
            group.row[calls.get(i).slot()] = result(group, i);
        }
        return group.row;
    }

    private @Nullable Object result(Group group, int call) {
        Failure failure = group.failures[call];
        if (failure != null) {
            return failure;
        }
        try {
            return group.accumulators[call].result();
        } catch (HaumeaException e) {
            return failure(call, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            return failure(call, e.toString());
        }
    }
}
