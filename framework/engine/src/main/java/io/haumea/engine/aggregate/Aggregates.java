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
package io.haumea.engine.aggregate;

import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.ExpressionCompiler;
import io.haumea.engine.expression.Failure;
import io.haumea.engine.expression.Frame;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.MergeableAccumulator;
import io.haumea.sql.plan.PlanNode.AggregateCall;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aggregate calls of a rule: makes groups, takes rows in, puts results into slots. */
public final class Aggregates {

    private final List<AggregateCall> calls;
    private final Evaluator[][] arguments;
    private final @Nullable Object[][] values;
    private final int width;
    private final boolean wrapsErrors;

    /**
     * Some calls.
     *
     * @param calls the calls
     * @param compiler for their arguments
     * @param shape of the rows of groups
     */
    public Aggregates(List<AggregateCall> calls, ExpressionCompiler compiler, GroupShape shape) {
        this.calls = calls;
        this.width = shape.width();
        this.wrapsErrors = shape.wrapsErrors();
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

    /**
     * What groups look like.
     *
     * @param width of their rows
     * @param wrapsErrors whether error events of steps before get another text, as in EMQ X Kuiper
     *     0.9: where aggregates have names and there are no keys
     */
    public record GroupShape(int width, boolean wrapsErrors) {}

    /**
     * What an error event of a step before says after the aggregation.
     *
     * @param error its text before
     * @return its text
     */
    public String passing(String error) {
        return wrapsErrors ? passingNamed(error) : error;
    }

    /**
     * What an error event of a step before says after an aggregation without keys whose aggregates
     * have names, as in EMQ X Kuiper 0.9.
     *
     * @param error its text before
     * @return its text
     */
    public static String passingNamed(String error) {
        return "run Aggregate function alias error: invalid input *errors.errorString("
                + error
                + ")";
    }

    /** A group: its first row, and what its calls have taken in. */
    public static final class Group {
        private final @Nullable Object[] row;
        private final @Nullable Accumulator[] accumulators;
        private final @Nullable Failure[] failures;

        /** What an accumulator failed at: arguments, or another accumulator that came after. */
        private final @Nullable Object[] failedAt;

        private Group(
                @Nullable Object[] row,
                @Nullable Accumulator[] accumulators,
                @Nullable Failure[] failures) {
            this.row = row;
            this.accumulators = accumulators;
            this.failures = failures;
            this.failedAt = new Object[failures.length];
        }
    }

    /**
     * Makes a group that has taken nothing in.
     *
     * @param firstRow its first row, not to be changed
     * @return the group
     */
    public Group newGroup(@Nullable Object[] firstRow) {
        @Nullable Accumulator[] accumulators = new Accumulator[arguments.length];
        @Nullable Failure[] failures = new Failure[arguments.length];
        for (int i = 0; i < accumulators.length; i++) {
            try {
                accumulators[i] = calls.get(i).function().newAccumulator();
            } catch (Throwable e) {
                failures[i] = failure(i, e);
            }
        }
        return new Group(firstRow, accumulators, failures);
    }

    /** How many argument values a row has for all calls. */
    int argumentCount() {
        int count = 0;
        for (Evaluator[] call : arguments) {
            count += call.length;
        }
        return count;
    }

    /** The values that calls take of a row; one that can't be computed is a {@link Failure}. */
    void evaluate(Frame frame, @Nullable Object[] into) {
        int place = 0;
        for (Evaluator[] call : arguments) {
            for (Evaluator argument : call) {
                into[place++] = valueOf(argument, frame);
            }
        }
    }

    private static @Nullable Object valueOf(Evaluator argument, Frame frame) {
        try {
            return argument.evaluate(frame);
        } catch (EvaluationException e) {
            return new Failure(String.valueOf(e.getMessage()));
        }
    }

    /** Takes in the values of a row. */
    void add(Group group, @Nullable Object[] evaluated) {
        int place = 0;
        for (int i = 0; i < arguments.length; i++) {
            @Nullable Object[] row = values[i];
            Failure failed = null;
            for (int j = 0; j < row.length; j++) {
                row[j] = evaluated[place++];
                failed = failed == null && row[j] instanceof Failure failure ? failure : failed;
            }
            Accumulator accumulator = group.accumulators[i];
            if (group.failures[i] == null && accumulator != null) {
                group.failures[i] = failed;
                if (failed == null) {
                    addTo(group, accumulator, i, row);
                }
            }
        }
    }

    /** Makes a group that has taken nothing in, with the first row of another. */
    Group newGroup(Group like) {
        return newGroup(like.row);
    }

    /** Takes in all that another group has taken in, as if its rows came after. */
    void merge(Group group, Group later) {
        for (int i = 0; i < arguments.length; i++) {
            if (group.failures[i] == null) {
                tryMerge(group, later, i);
            }
        }
    }

    /**
     * What a call took in before it failed comes before its failure; and what it failed at may fail
     * in another way after what came earlier.
     */
    private void tryMerge(Group group, Group later, int call) {
        Accumulator mine = group.accumulators[call];
        Accumulator other = later.accumulators[call];
        Object at = other;
        try {
            if (mine instanceof MergeableAccumulator mergeable && other != null) {
                mergeable.merge(other);
                at = later.failedAt[call];
                if (at instanceof Accumulator refused) {
                    mergeable.merge(refused);
                } else if (at instanceof Object[] arguments) {
                    mine.add(arguments);
                }
            }
            group.failures[call] = later.failures[call];
        } catch (Throwable e) {
            group.failures[call] = failure(call, e);
        }
        group.failedAt[call] = at;
    }

    /**
     * Takes a row into a group; what fails there fails when its result is asked for.
     *
     * @param group the group
     * @param frame looks at the row
     */
    public void add(Group group, Frame frame) {
        for (int i = 0; i < arguments.length; i++) {
            Accumulator accumulator = group.accumulators[i];
            if (group.failures[i] == null && accumulator != null) {
                tryAdd(group, accumulator, i, frame);
            }
        }
    }

    /** The boundary to a plugin's code: whatever it throws is an error of this call alone. */
    private void tryAdd(Group group, Accumulator accumulator, int call, Frame frame) {
        Evaluator[] evaluators = arguments[call];
        @Nullable Object[] row = values[call];
        try {
            for (int i = 0; i < evaluators.length; i++) {
                row[i] = evaluators[i].evaluate(frame);
            }
        } catch (EvaluationException e) {
            group.failures[call] = new Failure(String.valueOf(e.getMessage()));
            return;
        }
        addTo(group, accumulator, call, row);
    }

    private void addTo(Group group, Accumulator accumulator, int call, @Nullable Object[] row) {
        try {
            accumulator.add(row);
        } catch (Throwable e) {
            group.failures[call] = failure(call, e);
            group.failedAt[call] = row.clone();
        }
    }

    private Failure failure(int call, Throwable cause) {
        String reason = cause instanceof HaumeaException ? cause.getMessage() : cause.toString();
        return new Failure("call func " + calls.get(call).name() + " error: " + reason);
    }

    /**
     * The result of a group.
     *
     * @param group the group
     * @return a copy of its first row with the results in their slots
     */
    public @Nullable Object[] result(Group group) {
        @Nullable Object[] row = Arrays.copyOf(group.row, width);
        for (int i = 0; i < arguments.length; i++) {
            row[calls.get(i).slot()] = result(group, i);
        }
        return row;
    }

    private @Nullable Object result(Group group, int call) {
        Accumulator accumulator = group.accumulators[call];
        Failure failure = group.failures[call];
        if (failure != null || accumulator == null) {
            return failure;
        }
        try {
            return accumulator.result();
        } catch (Throwable e) {
            return failure(call, e);
        }
    }
}
