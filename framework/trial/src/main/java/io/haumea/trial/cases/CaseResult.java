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
package io.haumea.trial.cases;

import io.haumea.engine.rule.NodeMetrics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case gave.
 *
 * @param output what the sink got: JSON texts, where a template's text is a JSON string
 * @param metrics what the parts of the rule counted
 * @param refused why the rule was refused when it was created, or null
 * @param broken why it could not be run to its end, or null
 */
public record CaseResult(
        List<String> output,
        List<NodeMetrics> metrics,
        @Nullable String refused,
        @Nullable String broken) {
    /** Copies the lists. */
    public CaseResult {
        output = List.copyOf(output);
        metrics = List.copyOf(metrics);
    }

    /**
     * A rule that was refused.
     *
     * @param reason why
     * @return the result
     */
    public static CaseResult refused(@Nullable String reason) {
        return new CaseResult(List.of(), List.of(), String.valueOf(reason), null);
    }

    /**
     * A case that could not be run to its end.
     *
     * @param reason why
     * @return the result
     */
    public static CaseResult broken(String reason) {
        return new CaseResult(List.of(), List.of(), null, reason);
    }
}
