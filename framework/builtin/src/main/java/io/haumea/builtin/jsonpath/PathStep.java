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

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One step of a path from a value to other ones. Immutable. */
sealed interface PathStep {

    /** Whether it leads to exactly one value, or fails. */
    boolean single();

    /**
     * Goes to each value that the step leads to.
     *
     * @throws PathException if it leads to a single value, and that is not there
     */
    void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next);

    /** The members of a struct or the elements of an array; nothing for other values. */
    static void each(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                scope.visit();
                next.accept(item);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                scope.visit();
                next.accept(item);
            }
        }
    }

    /** {@code .name} and {@code [key]}. */
    record Direct(PathKey key) implements PathStep {
        @Override
        public boolean single() {
            return true;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            next.accept(key.select(scope, value));
        }
    }

    /** {@code (expression)}: what it computes of the value. */
    record Script(PathExpression script) implements PathStep {
        @Override
        public boolean single() {
            return true;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            scope.visit();
            next.accept(script.evaluate(scope.at(value)));
        }
    }

    /** {@code *} and {@code [*]}. */
    record All() implements PathStep {
        @Override
        public boolean single() {
            return false;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            each(scope, value, next);
        }
    }

    /** {@code [a, b]}. */
    record Several(List<PathKey> keys) implements PathStep {
        @Override
        public boolean single() {
            return false;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            for (PathKey key : keys) {
                Object selected;
                try {
                    selected = key.select(scope, value);
                } catch (PathException missing) {
                    missing.skipBranch();
                    continue;
                }
                next.accept(selected);
            }
        }
    }

    /** {@code [? condition]}; an element for which the condition fails doesn't match. */
    record Filter(PathExpression condition) implements PathStep {
        @Override
        public boolean single() {
            return false;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            each(
                    scope,
                    value,
                    item -> {
                        if (holds(scope, item)) {
                            next.accept(item);
                        }
                    });
        }

        private boolean holds(Scope scope, @Nullable Object item) {
            try {
                return PathOperators.holds(condition.evaluate(scope.at(item)));
            } catch (PathException failed) {
                failed.skipBranch();
                return false;
            }
        }
    }

    /** {@code [from:to:by]}. */
    record Range(PathExpression from, PathExpression to, PathExpression by) implements PathStep {
        @Override
        public boolean single() {
            return false;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            if (!(value instanceof List<?> list)) {
                return;
            }
            Scope here = scope.at(value);
            int first;
            int end;
            int step;
            try {
                first = PathKey.whole(from.evaluate(here));
                end = PathKey.whole(to.evaluate(here));
                step = PathKey.whole(by.evaluate(here));
            } catch (PathException failed) {
                failed.skipBranch();
                return;
            }
            if (first <= end) {
                walk(scope, list, new int[] {place(first, list), place(end, list), step}, next);
            }
        }

        private static void walk(
                Scope scope, List<?> list, int[] range, Consumer<@Nullable Object> next) {
            // Longs, since a great step leaves the range of int.
            long step = range[2] == 0 ? 1 : range[2];
            long i = step > 0 ? range[0] : range[1] - 1L;
            while (i >= range[0] && i < range[1]) {
                scope.visit();
                next.accept(list.get((int) i));
                i += step;
            }
        }

        /** Negative places count from the end; all are kept inside the list. */
        private static int place(int written, List<?> list) {
            int place = written < 0 ? list.size() + written : written;
            return Math.max(0, Math.min(place, list.size()));
        }
    }

    /** {@code ..}: the value itself and everything in it, at every depth. */
    record Descend() implements PathStep {

        private static final int DEEPEST = 500;

        @Override
        public boolean single() {
            return false;
        }

        @Override
        public void walk(Scope scope, @Nullable Object value, Consumer<@Nullable Object> next) {
            descend(scope, value, next, 0);
        }

        private static void descend(
                Scope scope, @Nullable Object value, Consumer<@Nullable Object> next, int depth) {
            if (depth > DEEPEST) {
                throw PathException.fatal("the value nests deeper than " + DEEPEST + " levels");
            }
            next.accept(value);
            each(scope, value, item -> descend(scope, item, next, depth + 1));
        }
    }
}
