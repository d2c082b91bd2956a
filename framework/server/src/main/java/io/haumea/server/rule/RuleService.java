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
import java.util.List;

/**
 * Rules. Thread-safe. Failures are {@link RuleException}s whose messages are the texts that clients
 * of EMQ X Kuiper 0.9 know.
 */
public interface RuleService {

    /**
     * Creates and starts a rule.
     *
     * @param json the rule as JSON
     * @return what was created
     * @throws RuleException if it can't be understood, can't run, or exists already; then nothing
     *     is stored
     */
    CreatedRule create(String json);

    /**
     * Replaces a rule by another with the same id, which starts. Its statement is checked before
     * the old one stops; if the new one can't be started then, the old one starts again.
     *
     * @param id the rule's id; the JSON may leave it out, but not name another
     * @param json the new rule as JSON
     * @return what the rule is now
     * @throws RuleException not found, or the new rule can't be understood or can't run; then the
     *     old one stays
     */
    CreatedRule replace(String id, String json);

    /**
     * Explains a rule.
     *
     * @param id its id
     * @return how it works, with the streams as they are now
     * @throws RuleException not found, or its statement can't be understood any more
     */
    RuleExplanation explain(String id);

    /**
     * Explains a rule that need not exist.
     *
     * @param json the rule as JSON; id and actions can be left out
     * @return how it would work
     * @throws RuleException if it can't be understood
     */
    RuleExplanation explainUnsaved(String json);

    /** All rules, sorted by id. */
    List<RuleSummary> list();

    /**
     * The rule as JSON with all its options, compact.
     *
     * @param id its id
     * @return the JSON
     * @throws RuleException not found
     */
    String describe(String id);

    /**
     * Stops and removes a rule with all it has stored.
     *
     * @param id its id
     * @throws RuleException not found
     */
    void drop(String id);

    /**
     * Starts a rule; does nothing if it runs.
     *
     * @param id its id
     * @throws RuleException not found, or it can't run
     */
    void start(String id);

    /**
     * Stops a rule, so that it is not started again by itself.
     *
     * @param id its id
     * @return false if there is no such rule, or it was stopped before
     */
    boolean stop(String id);

    /**
     * Stops a rule and starts it again with the streams as they are now.
     *
     * @param id its id
     * @throws RuleException not found, or it can't run; then it stays stopped
     */
    void restart(String id);

    /**
     * How a rule is.
     *
     * @param id its id
     * @return its state and counters
     * @throws RuleException not found
     */
    RuleStatus status(String id);

    /**
     * A rule that was created or replaced.
     *
     * @param id its id
     * @param warnings what is probably not meant as it is written; whole sentences
     */
    record CreatedRule(String id, List<String> warnings) {
        /** Copies the list. */
        public CreatedRule {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A rule in a list.
     *
     * @param id its id
     * @param status {@code Running}, or why not
     */
    record RuleSummary(String id, String status) {}

    /**
     * How a rule is.
     *
     * @param id its id
     * @param running whether it runs
     * @param text {@code Running}, or why not, such as {@code Stopped: canceled manually or by
     *     error.}
     * @param metrics its counters; empty unless it runs
     */
    record RuleStatus(String id, boolean running, String text, List<NodeMetrics> metrics) {
        /** Copies the list. */
        public RuleStatus {
            metrics = List.copyOf(metrics);
        }
    }
}
