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

import java.util.stream.Collectors;

/** The text of windows and joins. */
final class WindowText {

    private WindowText() {}

    static String of(PlanNode.Window window) {
        return spec(window.spec()) + time(window.time());
    }

    private static String spec(WindowSpec spec) {
        if (spec instanceof WindowSpec.Tumbling tumbling) {
            return "tumbling " + tumbling.lengthMillis() + " ms";
        }
        if (spec instanceof WindowSpec.Hopping hopping) {
            return "hopping " + hopping.lengthMillis() + " ms every " + hopping.hopMillis() + " ms";
        }
        if (spec instanceof WindowSpec.Sliding sliding) {
            return "sliding " + sliding.lengthMillis() + " ms";
        }
        if (spec instanceof WindowSpec.Session session) {
            return "session " + session.durationMillis() + " ms gap " + session.gapMillis() + " ms";
        }
        WindowSpec.Count count = (WindowSpec.Count) spec;
        return "count " + count.size() + " every " + count.every();
    }

    private static String time(WindowTime time) {
        if (!(time instanceof WindowTime.Event event)) {
            return "";
        }
        return ", event time, late "
                + event.lateToleranceMillis()
                + " ms"
                + (event.idleTimeoutMillis() == 0
                        ? ""
                        : ", idle " + event.idleTimeoutMillis() + " ms");
    }

    static String join(PlanNode.JoinStep step) {
        Expression condition = step.condition();
        String keys =
                step.keys().stream()
                        .map(key -> "#" + key.left() + " = #" + key.right())
                        .collect(Collectors.joining(", "));
        return step.kind()
                + " input "
                + step.right()
                + (condition == null ? "" : " on " + ExpressionText.of(condition))
                + (keys.isEmpty() ? "" : " hashed by " + keys);
    }
}
