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
package io.haumea.sql.plan;

import io.haumea.sdk.function.AggregateFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan; its input is the step before it. All steps work on the rule's one row layout
 * ({@link LogicalPlan#slots}). Immutable.
 */
public sealed interface PlanNode {

    /**
     * Messages of one stream.
     *
     * @param input the place of the stream among the plan's inputs
     */
    record Scan(int input) implements PlanNode {}

    /**
     * Where the messages of several streams meet, in the order of their arrival.
     *
     * @param inputs the last step of each stream, in the order of the plan's inputs; at least two
     */
    record Merge(List<PlanNode> inputs) implements PlanNode {
        /** Copies the list. */
        public Merge {
            inputs = List.copyOf(inputs);
        }
    }

    /** Any step but the first. */
    sealed interface Step extends PlanNode {

        /** The step before. */
        PlanNode input();
    }

    /**
     * Computes aliased expressions into their slots, in order, for each message; after a join for
     * each joined row.
     *
     * @param input the step before
     * @param assignments at least one; a later one may read the slot of an earlier one
     */
    record Compute(PlanNode input, List<Assignment> assignments) implements Step {
        /** Copies the list. */
        public Compute {
            assignments = List.copyOf(assignments);
        }
    }

    /**
     * Takes the time of each message out of it.
     *
     * @param input the step before
     * @param value the time: a number of milliseconds since the epoch, a datetime, or a text
     * @param column what the option TIMESTAMP says, for messages
     * @param format the pattern for texts, or null for ISO 8601
     */
    record Timestamp(PlanNode input, Expression value, String column, @Nullable String format)
            implements Step {}

    /**
     * Lets rows pass for which a condition is true; NULL is not true.
     *
     * @param input the step before
     * @param condition the condition
     * @param clause where it is written
     */
    record Filter(PlanNode input, Expression condition, Clause clause) implements Step {
        /** Where a condition is written. */
        public enum Clause {
            /** {@code FILTER(WHERE …)} of a window: before the window. */
            FILTER,
            /** WHERE. */
            WHERE
        }
    }

    /**
     * Collects rows; what follows sees the rows of one window at once.
     *
     * @param input the step before
     * @param spec which rows belong together
     * @param time by which time
     */
    record Window(PlanNode input, WindowSpec spec, WindowTime time) implements Step {}

    /**
     * Joins the rows of a window, which are of several streams. A joined row has the slots of all
     * its messages; those of a stream without a message are NULL.
     *
     * @param input the step before: the window
     * @param steps one for each stream but the first, in the order of the plan's inputs
     */
    record Join(PlanNode input, List<JoinStep> steps) implements Step {
        /** Copies the list. */
        public Join {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Adds one stream to the rows joined so far.
     *
     * @param kind which rows are kept
     * @param right the place of the stream among the plan's inputs
     * @param condition which pairs match; null for all
     * @param keys equalities at the beginning of the condition, each between a slot of the rows so
     *     far and one of the stream; may be empty
     */
    record JoinStep(JoinKind kind, int right, @Nullable Expression condition, List<JoinKey> keys) {
        /** Copies the list. */
        public JoinStep {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Two slots whose equality a pair of rows needs.
     *
     * @param left a slot of the rows so far
     * @param right a slot of the joined stream
     */
    record JoinKey(int left, int right) {}

    /**
     * Makes one row of each group: the slots of its first row, and the results of the aggregate
     * calls in theirs. Without keys all rows are one group; without a window every message is a
     * group.
     *
     * @param input the step before
     * @param keys what rows of a group have in common
     * @param calls the aggregate calls
     */
    record Aggregate(PlanNode input, List<Expression> keys, List<AggregateCall> calls)
            implements Step {
        /** Copies the lists. */
        public Aggregate {
            keys = List.copyOf(keys);
            calls = List.copyOf(calls);
        }
    }

    /**
     * Lets groups, rows or whole windows pass for which a condition is true.
     *
     * @param input the step before
     * @param condition the condition
     * @param scope what it decides about
     * @param calls aggregate calls over all rows that the condition reads; empty for groups, whose
     *     calls are those of {@link Aggregate}
     */
    record Having(PlanNode input, Expression condition, Scope scope, List<AggregateCall> calls)
            implements Step {
        /** Copies the list. */
        public Having {
            calls = List.copyOf(calls);
        }

        /** What HAVING decides about. */
        public enum Scope {
            /** Each group, or each message where there is no window. */
            EACH,
            /** All rows of a window at once, by the first of them. */
            WINDOW,
            /** Each joined row, with aggregates over all of them. */
            JOINED
        }
    }

    /**
     * Sorts the rows of a window; does nothing for single messages.
     *
     * @param input the step before
     * @param keys by what, first key first
     */
    record Order(PlanNode input, List<SortKey> keys) implements Step {
        /** Copies the list. */
        public Order {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Makes result rows. The last step of every plan.
     *
     * @param input the step before
     * @param columns what a result row has, in order; of columns with one name the first that is
     *     not NULL wins, and an aliased one wins over all
     */
    record Project(PlanNode input, List<OutputColumn> columns) implements Step {
        /** Copies the list. */
        public Project {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Puts the value of an expression into a slot.
     *
     * @param slot the slot's index
     * @param value the expression
     */
    record Assignment(int slot, Expression value) {}

    /**
     * A call of an aggregate function.
     *
     * @param slot the slot of its result
     * @param function the function
     * @param name its name as written, for messages
     * @param arguments computed for each row; empty for {@code count(*)}
     */
    record AggregateCall(
            int slot, AggregateFunction function, String name, List<Expression> arguments) {
        /** Copies the list. */
        public AggregateCall {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One key of ORDER BY. NULL comes last in both directions.
     *
     * @param value by what
     * @param descending greatest first
     */
    record SortKey(Expression value, boolean descending) {}

    /** One item of the SELECT list. */
    sealed interface OutputColumn {

        /**
         * A value.
         *
         * @param name the key in the result
         * @param value its expression
         * @param aliased whether the name was given by AS: then NULL is written as null, else the
         *     key is left out
         */
        record Value(String name, Expression value, boolean aliased) implements OutputColumn {}

        /**
         * All columns of a schemaless message; keys that are there already are kept.
         *
         * @param slot the slot of kind {@link Slot.Whole}
         */
        record Wildcard(int slot) implements OutputColumn {}

        /**
         * All columns of one of several joined streams, NULL ones included, where the row has a
         * message of it; keys that are there already are kept.
         *
         * @param metadata the stream's slot of kind {@link Slot.MetadataOf}
         * @param columns its declared columns
         */
        record Columns(int metadata, List<Value> columns) implements OutputColumn {
            /** Copies the list. */
            public Columns {
                columns = List.copyOf(columns);
            }
        }
    }
}
