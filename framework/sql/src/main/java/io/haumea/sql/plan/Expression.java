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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An analysed expression over the slots of a rule's row. Immutable. */
public sealed interface Expression {

    /** The type of its value; {@link DataType#ANY} if that is known only at run time. */
    DataType type();

    /** The expressions that it is made of. */
    default List<Expression> parts() {
        return List.of();
    }

    /**
     * A constant.
     *
     * @param value an SDK value, or null for NULL
     * @param type its type
     */
    record Constant(@Nullable Object value, DataType type) implements Expression {}

    /**
     * The value of a slot; NULL where the message does not have the column.
     *
     * @param slot its index in the plan's row
     * @param name for EXPLAIN and messages
     * @param type its type
     */
    record SlotValue(int slot, String name, DataType type) implements Expression {}

    /**
     * A metadata value: {@code meta(key)}; NULL if there is none.
     *
     * @param slot the slot of the metadata
     * @param key the key in any case; {@code *} for all as a struct
     */
    record MetaValue(int slot, String key) implements Expression {
        @Override
        public DataType type() {
            return DataType.ANY;
        }
    }

    /**
     * An operator between two values.
     *
     * @param operator which
     * @param left its left side
     * @param right its right side
     * @param type the type of the result
     */
    record Binary(BinaryOperator operator, Expression left, Expression right, DataType type)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /**
     * The first value that there is: what a name without a stream means where several joined
     * streams may have a column of that name.
     *
     * @param candidates at least two, in the order of the streams
     * @param present for each candidate, what is not NULL if there is a value though it is NULL; or
     *     empty, if NULL is no value of any
     */
    record FirstValue(List<Expression> candidates, List<Expression> present) implements Expression {
        /** Copies the lists. */
        public FirstValue {
            candidates = List.copyOf(candidates);
            present = List.copyOf(present);
        }

        /** Values that are there if they are not NULL. */
        public FirstValue(List<Expression> candidates) {
            this(candidates, List.of());
        }

        @Override
        public DataType type() {
            DataType first = candidates.get(0).type();
            return candidates.stream().allMatch(other -> other.type().equals(first))
                    ? first
                    : DataType.ANY;
        }

        @Override
        public List<Expression> parts() {
            return candidates;
        }
    }

    /**
     * Minus before a value.
     *
     * @param operand the value
     */
    record Negate(Expression operand) implements Expression {
        @Override
        public DataType type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * NOT; NULL stays NULL.
     *
     * @param operand a boolean
     */
    record Not(Expression operand) implements Expression {
        @Override
        public DataType type() {
            return DataType.BOOLEAN;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * {@code IS NULL} or {@code IS NOT NULL}.
     *
     * @param operand the value
     * @param negated whether it asks for NOT NULL
     */
    record IsNull(Expression operand, boolean negated) implements Expression {
        @Override
        public DataType type() {
            return DataType.BOOLEAN;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * {@code value->name}: a member of a struct, found without regard to case.
     *
     * @param operand the struct
     * @param name the member
     */
    record Member(Expression operand, String name) implements Expression {
        @Override
        public DataType type() {
            return DataType.ANY;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * {@code value[index]}: an element of an array.
     *
     * @param operand the array
     * @param index from 0; negative from the end
     */
    record Element(Expression operand, long index) implements Expression {
        @Override
        public DataType type() {
            return operand.type() instanceof DataType.Array array ? array.element() : DataType.ANY;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * {@code value[from:to]}: a part of an array, clamped to it.
     *
     * @param operand the array
     * @param from the first element, or null for the beginning; negative from the end
     * @param to the element after the last, or null for the end; negative from the end
     */
    record Slice(Expression operand, @Nullable Long from, @Nullable Long to) implements Expression {
        @Override
        public DataType type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /**
     * A call of a scalar function.
     *
     * @param function the function
     * @param name its name as written, for messages
     * @param arguments its arguments
     * @param ordinal which call in the rule this is, from 0; names its state
     * @param type the type of the result
     */
    record Call(
            ScalarFunction function,
            String name,
            List<Expression> arguments,
            int ordinal,
            DataType type)
            implements Expression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }
}
