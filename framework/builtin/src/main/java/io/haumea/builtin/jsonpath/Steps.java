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

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path: steps from the root, or from the current element. Immutable.
 *
 * @param fromCurrent whether it begins at {@code @} instead of {@code $}
 * @param steps the steps
 * @param single whether all steps lead to single values, so that the path has one value
 */
record Steps(boolean fromCurrent, List<PathStep> steps, boolean single) implements PathExpression {

    Steps(boolean fromCurrent, List<PathStep> steps) {
        this(fromCurrent, List.copyOf(steps), steps.stream().allMatch(PathStep::single));
    }

    @Override
    public @Nullable Object evaluate(Scope scope) {
        Object begin = fromCurrent ? scope.current() : scope.root();
        List<@Nullable Object> matches = new ArrayList<>();
        if (single) {
            walk(scope, begin, 0, matches);
            return matches.get(0);
        }
        branch(scope, begin, 0, matches);
        return matches;
    }

    private void walk(
            Scope scope, @Nullable Object value, int step, List<@Nullable Object> matches) {
        if (step == steps.size()) {
            matches.add(value);
        } else if (single) {
            steps.get(step).walk(scope, value, next -> walk(scope, next, step + 1, matches));
        } else {
            steps.get(step).walk(scope, value, next -> branch(scope, next, step + 1, matches));
        }
    }

    /** A branch that leads nowhere is no match. */
    private void branch(
            Scope scope, @Nullable Object value, int step, List<@Nullable Object> matches) {
        try {
            walk(scope, value, step, matches);
        } catch (PathException missing) {
            missing.skipBranch();
        }
    }
}
