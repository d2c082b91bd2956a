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
package io.haumea.server.rule;

import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RunningRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One run of a rule, from its start to its end, with the functions leased for it. */
final class Run {

    private final RunningRule rule;
    private final LeasedFunctions functions;
    private final Set<String> plugins;

    Run(RunningRule rule, LeasedFunctions functions) {
        this.rule = rule;
        this.functions = functions;
        Set<String> all = new TreeSet<>(rule.plugins());
        all.addAll(functions.plugins());
        this.plugins = Set.copyOf(all);
    }

    List<NodeMetrics> metrics() {
        return rule.metrics();
    }

    /** The plugins whose contributions it uses, or used when it ran. */
    Set<String> plugins() {
        return plugins;
    }

    CompletionStage<@Nullable Void> stop() {
        return rule.stop().whenComplete((nothing, error) -> functions.close());
    }
}
