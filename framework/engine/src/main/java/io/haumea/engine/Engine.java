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
package io.haumea.engine;

import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;

/** Runs rules. Thread-safe. */
public interface Engine extends AutoCloseable {

    /**
     * Starts a rule. Sources and sinks are opened in the background; what fails there for good is
     * told to the listener.
     *
     * @param spec the rule
     * @param listener hears if it ends by itself
     * @return the running rule
     * @throws io.haumea.engine.port.MissingContributionException if a plugin is missing
     * @throws io.haumea.sdk.error.HaumeaException if an option is wrong
     */
    RunningRule start(RuleSpec spec, RuleListener listener);

    /** Stops all rules, waits for them for a few seconds, and ends all threads. */
    @Override
    void close();
}
