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

import io.haumea.engine.port.Contributions;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.engine.schedule.SteppedSchedule;
import io.haumea.engine.task.LocalEngine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs rules on the caller's thread alone, in a time of its own: nothing happens but what {@link
 * #settle} and {@link #advanceTo} do, and always in the same order. Sources, operators and sinks
 * are those of {@link Engine}. Not thread-safe.
 */
public final class SteppedEngine implements AutoCloseable {

    /** After so long the engine leaves a source or sink that does not end to itself. */
    private static final long LAST_MOMENTS_MILLIS = 3_000;

    private final SteppedSchedule schedule;
    private final LocalEngine local;

    /**
     * Makes an engine.
     *
     * @param contributions finds what plugins offer
     * @param startMillis the time to begin with, in ms since the epoch
     * @param random makes a source of random numbers for each rule
     * @param defects hears of what is thrown where nobody else takes note of it
     */
    public SteppedEngine(
            Contributions contributions,
            long startMillis,
            Supplier<RandomGenerator> random,
            Consumer<Throwable> defects) {
        this.schedule = new SteppedSchedule(startMillis, defects);
        this.local =
                new LocalEngine(
                        "stepped",
                        contributions,
                        random,
                        new LocalEngine.Machinery(
                                schedule.workers(), schedule.timers(), schedule.pluginThreads()));
    }

    /**
     * Starts a rule. Its sources and sinks are opened by the next {@link #settle}.
     *
     * @param spec the rule
     * @param listener hears if it ends by itself
     * @return the running rule
     * @throws io.haumea.engine.port.MissingContributionException if a plugin is missing
     * @throws io.haumea.sdk.error.HaumeaException if an option is wrong
     */
    public RunningRule start(RuleSpec spec, RuleListener listener) {
        return local.start(spec, listener);
    }

    /** The time, in ms since the epoch. */
    public long nowMillis() {
        return schedule.clock().millis();
    }

    /** Runs until nothing is left to do at this time. */
    public void settle() {
        schedule.settle();
    }

    /**
     * Moves time on; at each timer on the way, and at the end, settles. At one instant timers go in
     * the order in which they were set.
     *
     * @param millis the new time, in ms since the epoch; time never goes back
     */
    public void advanceTo(long millis) {
        schedule.advanceTo(millis);
    }

    /** Stops all rules. */
    @Override
    public void close() {
        if (!settled(local.stopAll())) {
            advanceTo(nowMillis() + LAST_MOMENTS_MILLIS);
        }
        local.close();
    }

    private boolean settled(CompletableFuture<?> ended) {
        settle();
        return ended.isDone();
    }
}
