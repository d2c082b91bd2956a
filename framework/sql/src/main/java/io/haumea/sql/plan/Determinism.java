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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Tells whether an expression always gives the same for the same row. */
public final class Determinism {

    private Determinism() {}

    /**
     * Whether it does.
     *
     * @param expression the expression
     * @return false if a function in it may give unequal results for equal arguments
     */
    public static boolean isDeterministic(Expression expression) {
        // Not by recursion, as expressions may be deep.
        Deque<Expression> rest = new ArrayDeque<>(List.of(expression));
        while (!rest.isEmpty()) {
            Expression next = rest.pop();
            if (next instanceof Expression.Call call && !call.function().deterministic()) {
                return false;
            }
            rest.addAll(next.parts());
        }
        return true;
    }
}
