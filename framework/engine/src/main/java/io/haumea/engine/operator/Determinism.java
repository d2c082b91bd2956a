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

import io.haumea.sql.plan.Expression;

/** Whether an expression gives the same value whenever it is computed for the same row. */
final class Determinism {

    private Determinism() {}

    static boolean holds(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return call.function().deterministic()
                    && call.arguments().stream().allMatch(Determinism::holds);
        }
        if (expression instanceof Expression.Binary binary) {
            return holds(binary.left()) && holds(binary.right());
        }
        if (expression instanceof Expression.Negate negate) {
            return holds(negate.operand());
        }
        if (expression instanceof Expression.Not not) {
            return holds(not.operand());
        }
        if (expression instanceof Expression.IsNull test) {
            return holds(test.operand());
        }
        if (expression instanceof Expression.Member member) {
            return holds(member.operand());
        }
        if (expression instanceof Expression.Element element) {
            return holds(element.operand());
        }
        return !(expression instanceof Expression.Slice slice) || holds(slice.operand());
    }
}
