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
package io.haumea.engine.rule;

import io.haumea.sql.plan.LogicalPlan;
import java.util.List;

/**
 * All that the engine needs to run a rule.
 *
 * @param id the rule's id
 * @param plan what it computes
 * @param inputs one for each of the plan's inputs, in the same order
 * @param actions where its results go
 * @param options its options
 */
public record RuleSpec(
        String id,
        LogicalPlan plan,
        List<InputSpec> inputs,
        List<ActionSpec> actions,
        RuleOptions options) {
    /** Copies the lists. */
    public RuleSpec {
        inputs = List.copyOf(inputs);
        actions = List.copyOf(actions);
        if (inputs.size() != plan.inputs().size()) {
            throw new IllegalArgumentException(
                    "Rule "
                            + id
                            + " has "
                            + inputs.size()
                            + " inputs for a plan with "
                            + plan.inputs().size());
        }
    }
}
