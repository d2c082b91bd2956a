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
package io.haumea.builtin.jsonpath;

import org.jspecify.annotations.Nullable;

/** What an expression is evaluated in: where paths begin, and what may still be visited. */
final class Scope {

    private static final int MOST_VALUES = 1_000_000;

    private final @Nullable Object root;
    private final @Nullable Object current;
    private final Budget budget;

    Scope(@Nullable Object root) {
        this(root, null, new Budget());
    }

    private Scope(@Nullable Object root, @Nullable Object current, Budget budget) {
        this.root = root;
        this.current = current;
        this.budget = budget;
    }

    /** Shared by all scopes of one evaluation. */
    private static final class Budget {
        private int left = MOST_VALUES;
    }

    /** The same evaluation with another element for {@code @}. */
    Scope at(@Nullable Object element) {
        return new Scope(root, element, budget);
    }

    @Nullable Object root() {
        return root;
    }

    @Nullable Object current() {
        return current;
    }

    /** Counts one value that is visited. */
    void visit() {
        budget.left--;
        if (budget.left < 0) {
            throw PathException.fatal("the path visits more than " + MOST_VALUES + " values");
        }
    }
}
