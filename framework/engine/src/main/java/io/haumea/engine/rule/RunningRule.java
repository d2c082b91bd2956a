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

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A rule that the engine runs. Thread-safe. */
public interface RunningRule {

    /** The rule's id. */
    String id();

    /**
     * Sources first, then operators in the order of the plan, then sinks in the order of actions.
     */
    List<NodeMetrics> metrics();

    /** The plugins whose contributions it holds. */
    Set<String> plugins();

    /**
     * Ends the rule: no further message is taken, what was accepted is worked off as far as that is
     * quick, sinks and sources are closed, leases are given back.
     *
     * @return completes when all that is done; never exceptionally
     */
    CompletionStage<@Nullable Void> stop();
}
