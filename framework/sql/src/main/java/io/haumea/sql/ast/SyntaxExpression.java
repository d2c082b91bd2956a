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
package io.haumea.sql.ast;

import io.haumea.sql.error.Position;
import io.haumea.sql.plan.BinaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as written. Immutable. */
public sealed interface SyntaxExpression {

    /** Where it is written: its first token, or its operator. */
    Position position();

    /** The expressions that it is made of. */
    default List<SyntaxExpression> children() {
        return List.of();
    }

    /**
     * A literal.
     *
     * @param value a Long, Double, String or Boolean, or null for NULL
     * @param position where
     */
    record Literal(@Nullable Object value, Position position) implements SyntaxExpression {}

    /**
     * A column, an alias, or a metadata key.
     *
     * @param qualifier the stream before the dot, or null
     * @param name the name as written
     * @param quoted whether the name stands in backticks
     * @param position where
     */
    record ColumnRef(@Nullable String qualifier, String name, boolean quoted, Position position)
            implements SyntaxExpression {}

    /**
     * {@code *} or {@code stream.*}.
     *
     * @param qualifier the stream, or null
     * @param position where
     */
    record Star(@Nullable String qualifier, Position position) implements SyntaxExpression {}

    /**
     * An operator between two values.
     *
     * @param operator which
     * @param left its left side
     * @param right its right side
     * @param position of the operator
     */
    record Binary(
            BinaryOperator operator,
            SyntaxExpression left,
            SyntaxExpression right,
            Position position)
            implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(left, right);
        }
    }

    /**
     * Minus before a value.
     *
     * @param operand the value
     * @param position of the minus
     */
    record Negate(SyntaxExpression operand, Position position) implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * NOT.
     *
     * @param operand the condition
     * @param position of NOT
     */
    record Not(SyntaxExpression operand, Position position) implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * {@code IS NULL} or {@code IS NOT NULL}.
     *
     * @param operand the value
     * @param negated whether it asks for NOT NULL
     * @param position of IS
     */
    record IsNull(SyntaxExpression operand, boolean negated, Position position)
            implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * {@code value->name}.
     *
     * @param operand the struct
     * @param name the member
     * @param position of the arrow
     */
    record Member(SyntaxExpression operand, String name, Position position)
            implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * {@code value[index]}.
     *
     * @param operand the array
     * @param index from 0; negative from the end
     * @param position of the bracket
     */
    record Element(SyntaxExpression operand, long index, Position position)
            implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * {@code value[from:to]}.
     *
     * @param operand the array
     * @param from the first element, or null
     * @param to the element after the last, or null
     * @param position of the bracket
     */
    record Slice(
            SyntaxExpression operand, @Nullable Long from, @Nullable Long to, Position position)
            implements SyntaxExpression {
        @Override
        public List<SyntaxExpression> children() {
            return List.of(operand);
        }
    }

    /**
     * A call of a function.
     *
     * @param name its name as written
     * @param arguments its arguments; a {@link Star} for {@code *}
     * @param position of its name
     */
    record Call(String name, List<SyntaxExpression> arguments, Position position)
            implements SyntaxExpression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<SyntaxExpression> children() {
            return arguments;
        }
    }

    /**
     * A window.
     *
     * @param kind which
     * @param unit the unit of its lengths; null for {@link WindowKind#COUNTWINDOW}
     * @param values its numbers in the order written, not yet checked to be above zero for windows
     *     of time
     * @param filter the condition of FILTER, or null
     * @param position of its name
     */
    record Window(
            WindowKind kind,
            @Nullable TimeUnit unit,
            List<Long> values,
            @Nullable SyntaxExpression filter,
            Position position)
            implements SyntaxExpression {
        /** Copies the list. */
        public Window {
            values = List.copyOf(values);
        }

        @Override
        public List<SyntaxExpression> children() {
            return filter == null ? List.of() : List.of(filter);
        }
    }
}
