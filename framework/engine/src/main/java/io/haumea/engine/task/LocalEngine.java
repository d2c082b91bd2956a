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

import io.haumea.engine.plugin.InstanceNames;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.engine.schedule.PluginThreads;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.engine.sink.SinkDelivery;
import io.haumea.engine.source.Sources;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rules in this process. Thread-safe, as far as what it runs on is. */
public final class LocalEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
    private static final int CLOSE_SECONDS = 5;

    private final EngineParts parts;
    private final Set<EngineRule> rules = ConcurrentHashMap.newKeySet();

    /**
     * No rules yet.
     *
     * @param serverName names this server in the names of instances, such as client ids
     * @param contributions finds what plugins offer
     * @param random makes sources of random numbers, one for each rule
     * @param machinery what the rules run on
     */
    public LocalEngine(
            String serverName,
            Contributions contributions,
            Supplier<RandomGenerator> random,
            Machinery machinery) {
        Workers workers = machinery.workers();
        Timers timers = machinery.timers();
        PluginThreads threads = machinery.threads();
        InstanceNames names = new InstanceNames(serverName);
        Sources sources = new Sources(names, contributions, workers, timers, threads);
        SinkDelivery.Facilities sinks = new SinkDelivery.Facilities(names, timers, threads);
        this.parts = new EngineParts(contributions, workers, timers, sources, sinks, random);
    }

    /**
     * What all rules run on; ended with the engine.
     *
     * @param workers run decoding and rules
     * @param timers know the time
     * @param threads run the code of sources and sinks
     */
    public record Machinery(Workers workers, Timers timers, PluginThreads threads) {}

    /**
     * Starts a rule.
     *
     * @param spec the rule
     * @param listener hears if it ends by itself
     * @return the running rule
     */
    public RunningRule start(RuleSpec spec, RuleListener listener) {
        EngineRule rule = new EngineRule(spec, listener);
        rule.start(parts);
        rules.add(rule);
        CompletableFuture<?> unused =
                rule.ended().thenRun(() -> rules.remove(rule)).toCompletableFuture();
        return rule;
    }

    /** Begins to stop all rules; completes when they have ended. */
    public CompletableFuture<?> stopAll() {
        return CompletableFuture.allOf(
                rules.stream()
                        .map(rule -> rule.stop().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new));
    }

    /** Stops all rules, waits for them for a few seconds, and ends all threads. */
    @Override
    public void close() {
        try {
            stopAll().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not all rules ended within {} s", CLOSE_SECONDS);
        }
        parts.timers().close();
        parts.workers().close();
    }
}
