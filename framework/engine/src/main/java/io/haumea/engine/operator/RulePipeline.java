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
package io.haumea.engine.operator;

import io.haumea.engine.expression.Frame;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.sdk.data.Metadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of one rule, ready for messages. Used by the rule's thread alone. */
public final class RulePipeline {

    private final List<Operator> operators;
    private final List<? extends Operator> entries;
    private final Frame frame = new Frame();
    private final @Nullable Object[] scratch;

    RulePipeline(List<Operator> operators, List<? extends Operator> entries, int width) {
        this.operators = List.copyOf(operators);
        this.entries = List.copyOf(entries);
        this.scratch = new Object[width];
    }

    /**
     * Works on one message.
     *
     * @param input which of the plan's inputs it is of
     * @param row its row
     * @param metadata its metadata
     */
    public void message(int input, @Nullable Object[] row, Metadata metadata) {
        // Computed values may be kept by nobody but through a copy, so one scratch row is enough.
        frame.message(input, row, metadata, scratch);
        entries.get(input).message(frame);
    }

    /**
     * Works on an error event of the source.
     *
     * @param input which of the plan's inputs it is of
     * @param text what was wrong
     */
    public void error(int input, String text) {
        entries.get(input).error(text);
    }

    /** The counters of all operators in the order of the plan. */
    public List<NodeCounters> counters() {
        return operators.stream().flatMap(operator -> operator.allCounters().stream()).toList();
    }
}
