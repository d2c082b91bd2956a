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
package io.haumea.sql.parse;

import io.haumea.sql.plan.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** How tight operators bind; {@code ->} and brackets bind tightest of all and are not here. */
final class Operators {

    static final int LOOSEST = 1;
    static final int COMPARISON = 3;

    private Operators() {}

    static @Nullable BinaryOperator at(Token token) {
        if (token.isWord("AND")) {
            return BinaryOperator.AND;
        }
        if (token.isWord("OR")) {
            return BinaryOperator.OR;
        }
        if (token.kind() != Token.Kind.SYMBOL) {
            return null;
        }
        for (BinaryOperator operator : BinaryOperator.values()) {
            if (operator.text().equals(token.text())) {
                return operator;
            }
        }
        return null;
    }

    static int precedence(BinaryOperator operator) {
        return switch (operator) {
            case OR -> LOOSEST;
            case AND -> 2;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
            case ADD, SUBTRACT, BIT_OR, BIT_XOR -> 4;
            case MULTIPLY, DIVIDE, MODULO, BIT_AND -> 5;
        };
    }
}
