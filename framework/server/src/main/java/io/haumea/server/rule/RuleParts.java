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

import io.haumea.server.config.SourceProperties;
import io.haumea.server.plugins.FunctionLeases;
import io.haumea.sql.stream.StreamCatalog;

/**
 * What rules are made with.
 *
 * @param engine runs them
 * @param streams what they read
 * @param functions what they call
 * @param properties what configuration gives to sources and actions
 * @param sinks the options of sinks
 */
record RuleParts(
        RuleEngine engine,
        StreamCatalog streams,
        FunctionLeases functions,
        SourceProperties properties,
        RuleWarnings.SinkOptions sinks) {

    RuleLauncher launcher() {
        return new RuleLauncher(engine, planner(), functions, properties);
    }

    RuleExplainer explainer() {
        return new RuleExplainer(planner(), functions, warnings());
    }

    private RulePlanner planner() {
        return new RulePlanner(streams);
    }

    RuleWarnings warnings() {
        return new RuleWarnings(properties, sinks);
    }
}
