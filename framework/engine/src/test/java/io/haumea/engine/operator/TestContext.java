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
import io.haumea.engine.plugin.MemoryState;
import io.haumea.engine.state.KeyedState;
import io.haumea.engine.state.ListState;
import io.haumea.engine.state.LongState;
import io.haumea.engine.work.Steps;
import io.haumea.engine.work.WorkQueue;
import io.haumea.sdk.function.FunctionContext;
import io.haumea.sdk.state.StateContext;
import io.haumea.sql.plan.Expression;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A rule's surroundings with time that is moved by hand. */
final class TestContext implements OperatorContext, FunctionSite {

    private final long startMillis;
    private final List<Emission> emissions = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private final WorkQueue work = new WorkQueue();
    private long order;
    private long nowMillis;

    TestContext(long startMillis) {
        this.startMillis = startMillis;
        this.nowMillis = startMillis;
    }

    private record Timer(long due, long order, Runnable action) {}

    /** Moves time on; what is due until then, fires at its time. */
    void moveTo(long millis) {
        for (Timer timer = timers.peek();
                timer != null && timer.due() <= millis;
                timer = timers.peek()) {
            timers.remove();
            nowMillis = Math.max(nowMillis, timer.due());
            timer.action().run();
        }
        nowMillis = Math.max(nowMillis, millis);
    }

    List<Emission> emissions() {
        return emissions;
    }

    int armedTimers() {
        return timers.size();
    }

    @Override
    public String ruleId() {
        return "rule";
    }

    @Override
    public long startMillis() {
        return startMillis;
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public void timer(long dueMillis, Runnable action) {
        timers.add(new Timer(dueMillis, order++, action));
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
        while (!work.isEmpty()) {
            work.advance(Long.MAX_VALUE);
        }
    }

    @Override
    public FunctionContext contextOf(Expression.Call call) {
        return new CallContext(
                ruleId(),
                () -> Instant.ofEpochMilli(nowMillis),
                RandomGeneratorFactory.getDefault().create(1),
                new MemoryState());
    }

    private record CallContext(
            String ruleId, InstantSource clock, RandomGenerator random, StateContext state)
            implements FunctionContext {}
}
