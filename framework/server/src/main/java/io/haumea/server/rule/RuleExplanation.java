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

import io.haumea.engine.rule.PlanStep;
import java.util.List;

/**
 * How a rule works: what EXPLAIN shows.
 *
 * @param id the rule's id; empty for one that has none yet
 * @param sql its statement
 * @param inputs the streams it reads
 * @param slots the values it works on, by number
 * @param steps its plan: the last step first, each before its inputs
 * @param result what a result holds, in order
 * @param warnings what works, but is probably not meant so; whole sentences
 */
public record RuleExplanation(
        String id,
        String sql,
        List<Input> inputs,
        List<Value> slots,
        List<PlanStep> steps,
        List<Value> result,
        List<String> warnings) {

    /** Copies the lists. */
    public RuleExplanation {
        inputs = List.copyOf(inputs);
        slots = List.copyOf(slots);
        steps = List.copyOf(steps);
        result = List.copyOf(result);
        warnings = List.copyOf(warnings);
    }

    /**
     * A stream.
     *
     * @param stream its name
     * @param type the type of its source
     * @param format its format
     * @param columns what the rule reads of it, by name
     */
    public record Input(String stream, String type, String format, List<Value> columns) {
        /** Copies the list. */
        public Input {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A value with a name.
     *
     * @param name its name; {@code *} for all columns of a message
     * @param type its type as SQL writes it; {@code any} if that is known only at run time
     */
    public record Value(String name, String type) {}
}
