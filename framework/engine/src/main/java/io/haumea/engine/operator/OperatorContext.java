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

import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.FunctionSite;
import io.haumea.engine.state.StateSite;
import io.haumea.engine.work.Steps;
import java.util.function.Consumer;

/**
 * What operators may use beside rows: time, timers, state, and where results go. All state and
 * timers go through it, so that the same operators run live, in trials and on a cluster.
 */
public interface OperatorContext extends StateSite {

    /** The rule's id. */
    String ruleId();

    /** What functions need. */
    FunctionSite functions();

    /**
     * Hands a result to the actions.
     *
     * @param emission the result
     */
    void emit(Emission emission);

    /**
     * Begins work on many rows, which may go on when this has returned; no message or timer comes
     * before its end.
     *
     * @param steps the work
     * @param then runs when all steps are done; may begin one more work
     * @param failed runs instead when a step fails
     */
    void begin(Steps steps, Runnable then, Consumer<EvaluationException> failed);
}
