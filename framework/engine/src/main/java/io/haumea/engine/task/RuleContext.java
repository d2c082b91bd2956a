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
package io.haumea.engine.task;

import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.FunctionSite;
import io.haumea.engine.operator.Emission;
import io.haumea.engine.operator.OperatorContext;
import io.haumea.engine.plugin.MemoryState;
import io.haumea.engine.state.KeyedState;
import io.haumea.engine.state.ListState;
import io.haumea.engine.state.LongState;
import io.haumea.engine.work.Steps;
import io.haumea.engine.work.WorkQueue;
import io.haumea.sdk.function.FunctionContext;
import io.haumea.sdk.state.StateContext;
import io.haumea.sql.plan.Expression;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What the operators and functions of one rule are given. Used by the rule's thread alone. */
final class RuleContext implements OperatorContext, FunctionSite {

    private final String ruleId;
    private final long startMillis;
    private final RandomGenerator random;
    private final RuleTimers timers;
    private final WorkQueue work = new WorkQueue();
    private List<Emission> emissions = new ArrayList<>();
    private long nowMillis;

    RuleContext(String ruleId, long startMillis, RandomGenerator random, RuleTimers timers) {
        this.ruleId = ruleId;
        this.startMillis = startMillis;
        this.nowMillis = startMillis;
        this.random = random;
        this.timers = timers;
    }

    @Override
    public String ruleId() {
        return ruleId;
    }

    @Override
    public long startMillis() {
        return startMillis;
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    /** Moves time on; it never goes back. */
    void advanceTo(long millis) {
        nowMillis = Math.max(nowMillis, millis);
    }

    @Override
    public void timer(long dueMillis, Runnable action) {
        timers.add(dueMillis, action);
    }

    @Override
    public <V> KeyedState<V> keyedState(String name) {
        return new KeyedState<>();
    }

    @Override
    public <V> ListState<V> listState(String name) {
        return new ListState<>();
    }

    @Override
    public LongState longState(String name, long initial) {
        return new LongState(initial);
    }

    @Override
    public FunctionSite functions() {
        return this;
    }

    @Override
    public void emit(Emission emission) {
        emissions.add(emission);
    }

    @Override
    public void begin(Steps steps, Runnable then, Consumer<EvaluationException> failed) {
        work.begin(steps, then, failed);
    }

    /** What operators have begun. */
    WorkQueue work() {
        return work;
    }

    /** Takes what has been emitted since the last call. */
    List<Emission> takeEmissions() {
        if (emissions.isEmpty()) {
            return List.of();
        }
        List<Emission> taken = emissions;
        emissions = new ArrayList<>();
        return taken;
    }

    @Override
    public FunctionContext contextOf(Expression.Call call) {
        InstantSource clock = () -> java.time.Instant.ofEpochMilli(nowMillis);
        return new CallContext(ruleId, clock, random, new MemoryState());
    }

    private record CallContext(
            String ruleId, InstantSource clock, RandomGenerator random, StateContext state)
            implements FunctionContext {}
}
