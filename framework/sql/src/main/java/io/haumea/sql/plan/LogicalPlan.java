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

import io.haumea.sql.stream.StreamDefinition;
import java.util.List;

/**
 * What a rule computes.
 *
 * @param sql the statement
 * @param inputs the streams: FROM first, then JOINs
 * @param slots the layout of the rule's row; inputs' columns come first
 * @param root the last step
 */
public record LogicalPlan(
        String sql, List<StreamDefinition> inputs, List<Slot> slots, PlanNode.Project root) {

    /** Copies the lists. */
    public LogicalPlan {
        inputs = List.copyOf(inputs);
        slots = List.copyOf(slots);
    }
}
