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

import io.haumea.engine.rule.NodeCounters;
import io.haumea.engine.work.Steps;
import java.util.function.Consumer;

/** An operator that hands on to another. */
abstract class PassingOperator extends Operator {

    /** The step after. */
    final Operator next;

    PassingOperator(String name, OperatorContext context, Operator next) {
        super(name, context);
        this.next = next;
    }

    /** An operator that counts together with others. */
    PassingOperator(NodeCounters counters, OperatorContext context, Operator next) {
        super(counters, context);
        this.next = next;
    }

    @Override
    final void error(String text) {
        counters.in(1);
        failed(text);
        next.error(passing(text));
    }

    /** What an error event of a step before says after this one. */
    String passing(String text) {
        return text;
    }

    /** Does something with each row, then something else; an error is the result instead. */
    final <T> void forEach(
            Iterable<T> rows, Consumer<T> action, Runnable then, String errorPrefix) {
        begin(Steps.each(rows, action), then, errorPrefix);
    }

    /** Begins work; an error is its result. */
    final void begin(Steps steps, Runnable then, String errorPrefix) {
        context().begin(steps, then, e -> fail(errorPrefix + e.getMessage()));
    }

    /** Makes an error event of this operator's own. */
    final void fail(String text) {
        failed(text);
        next.error(text);
    }
}
