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

    /** Any step but the first. */
    sealed interface Step extends PlanNode {

        /** The step before. */
        PlanNode input();
    }

    /**
     * Computes aliased expressions into their slots, in order, for each message.
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
     */
    record Window(PlanNode input, WindowSpec spec) implements Step {}

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
     * Lets groups pass (or, without aggregation, rows or whole windows) for which a condition is
     * true.
     *
     * @param input the step before
     * @param condition the condition
     */
    record Having(PlanNode input, Expression condition) implements Step {}

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
    }
}
