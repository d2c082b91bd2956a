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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a running rule. A chain of direct calls on the rule's thread; never waits. Before a
 * window it sees single messages, after one the rows of a window at once.
 */
abstract class Operator {

    /** The operator's counters. */
    final NodeCounters counters;

    private final OperatorContext context;

    Operator(String name, OperatorContext context) {
        this(new NodeCounters("op", name), context);
    }

    Operator(NodeCounters counters, OperatorContext context) {
        this.counters = counters;
        this.context = context;
    }

    /** A single message; the frame is valid during the call. */
    abstract void message(Frame frame);

    /** The rows of a window, each as wide as the plan has slots; the list may be changed. */
    abstract void rows(List<@Nullable Object[]> rows);

    /** An error event of a step before: it goes on to the sinks. */
    abstract void error(String text);

    /** Its counters, and those of operators whose work it does. */
    List<NodeCounters> allCounters() {
        return List.of(counters);
    }

    /** The context of the rule. */
    final OperatorContext context() {
        return context;
    }

    /** Counts an error of this operator itself. */
    final void failed(String text) {
        counters.exception(text, context.nowMillis());
    }
}
