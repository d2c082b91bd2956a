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

import io.haumea.engine.operator.StateText;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.rule.PlanStep;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.engine.schedule.PluginThreadPools;
import io.haumea.engine.schedule.TimerThread;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.WorkerThreads;
import io.haumea.engine.sink.ActionKeys;
import io.haumea.engine.task.LocalEngine;
import io.haumea.sdk.config.OptionSpec;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanText;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs rules. Thread-safe. Made by {@link #builder}. */
public final class Engine implements AutoCloseable {

    private final LocalEngine local;

    private Engine(LocalEngine local) {
        this.local = local;
    }

    /**
     * Begins an engine.
     *
     * @param contributions finds what plugins offer
     * @return a builder
     */
    public static Builder builder(Contributions contributions) {
        return new Builder(contributions);
    }

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
    public RunningRule start(RuleSpec spec, RuleListener listener) {
        return local.start(spec, listener);
    }

    /**
     * Tells how a plan would be run.
     *
     * @param plan the plan
     * @return its steps, the last one first, each before its inputs
     */
    public static List<PlanStep> explain(LogicalPlan plan) {
        return PlanText.lines(plan).stream()
                .map(
                        line ->
                                new PlanStep(
                                        line.depth(),
                                        line.node().getClass().getSimpleName(),
                                        line.text(),
                                        StateText.of(plan, line.node()).orElse("")))
                .toList();
    }

    /** The options that every action has besides those of its sink. */
    public static List<OptionSpec> actionOptions() {
        return ActionKeys.specs();
    }

    /** Stops all rules, waits for them for a few seconds, and ends all threads. */
    @Override
    public void close() {
        local.close();
    }

    /**
     * Describes an engine. Clock and random numbers must be given: the engine makes none itself.
     */
    public static final class Builder {
        private final Contributions contributions;
        private String serverName = "haumea";
        private int workers = 2;
        private @Nullable InstantSource clock;
        private @Nullable Supplier<RandomGenerator> random;

        private Builder(Contributions contributions) {
            this.contributions = contributions;
        }

        /**
         * The name of this server in client ids and the like: letters, digits, {@code -} and {@code
         * _}.
         *
         * @param name the same at every start, unlike that of other servers
         * @return this
         */
        public Builder serverName(String name) {
            serverName = name;
            return this;
        }

        /**
         * How many threads run decoding and rules; normally the number of cores.
         *
         * @param count at least one
         * @return this
         */
        public Builder workers(int count) {
            workers = Math.max(1, count);
            return this;
        }

        /**
         * The time.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /**
         * Random numbers.
         *
         * @param generators makes a source of random numbers for each rule
         * @return this
         */
        public Builder random(Supplier<RandomGenerator> generators) {
            random = generators;
            return this;
        }

        /** Starts the engine's threads. */
        public Engine build() {
            Timers timers = new TimerThread(Objects.requireNonNull(clock, "clock"));
            return new Engine(
                    new LocalEngine(
                            serverName,
                            contributions,
                            Objects.requireNonNull(random, "random"),
                            new LocalEngine.Machinery(
                                    new WorkerThreads(workers),
                                    timers,
                                    new PluginThreadPools(timers, workers))));
        }
    }
}
