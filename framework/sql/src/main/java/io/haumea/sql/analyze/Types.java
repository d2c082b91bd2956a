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
package io.haumea.sql.analyze;

import io.haumea.sdk.data.DataType;
import io.haumea.sql.plan.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The types of literals and operators. */
final class Types {

    private Types() {}

    static DataType ofLiteral(@Nullable Object value) {
        if (value instanceof Long) {
            return DataType.BIGINT;
        }
        if (value instanceof Double) {
            return DataType.FLOAT;
        }
        if (value instanceof String) {
            return DataType.STRING;
        }
        return value instanceof Boolean ? DataType.BOOLEAN : DataType.ANY;
    }

    static DataType of(BinaryOperator operator, DataType left, DataType right) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR ->
                    DataType.BOOLEAN;
            case BIT_AND, BIT_OR, BIT_XOR ->
                    left.equals(right) && isOneOf(left, DataType.BIGINT, DataType.BOOLEAN)
                            ? left
                            : DataType.ANY;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> arithmetic(left, right);
        };
    }

    private static DataType arithmetic(DataType left, DataType right) {
        if (!isOneOf(left, DataType.BIGINT, DataType.FLOAT)
                || !isOneOf(right, DataType.BIGINT, DataType.FLOAT)) {
            return DataType.ANY;
        }
        return left.equals(right) ? left : DataType.FLOAT;
    }

    private static boolean isOneOf(DataType type, DataType first, DataType second) {
        return type.equals(first) || type.equals(second);
    }
}
