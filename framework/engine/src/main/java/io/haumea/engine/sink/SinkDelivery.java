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
package io.haumea.engine.sink;

import io.haumea.engine.operator.Emission;
import io.haumea.engine.plugin.InstanceContext;
import io.haumea.engine.plugin.InstanceNames;
import io.haumea.engine.port.Lease;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.schedule.PluginThreads;
import io.haumea.engine.schedule.Timers;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the results of a rule to one sink: in order, one at a time, on threads of the sink's
 * plugin. The rule only puts results into the outbox; a sink that is away slows nobody else.
 */
public final class SinkDelivery {

    private final Lease<SinkFactory<?>> factory;
    private final Lease<FormatFactory> format;
    private final PluginThreads.Pool threads;
    private final NodeCounters counters;
    private final Outbox outbox;
    private final Context context;
    private final Courier courier;

    /** What all actions of an engine share. */
    public record Facilities(InstanceNames names, Timers timers, PluginThreads threads) {}

    /**
     * Gets an action ready; takes over the leases.
     *
     * @param ruleId the rule
     * @param action the action
     * @param factory its sink type
     * @param format the format of what is sent
     * @param facilities timers and threads
     * @param listener hears of room and of failure
     * @throws HaumeaException if an option is wrong; the leases stay open
     */
    public SinkDelivery(
            String ruleId,
            ActionSpec action,
            Lease<SinkFactory<?>> factory,
            Lease<FormatFactory> format,
            Facilities facilities,
            DeliveryListener listener) {
        this.factory = factory;
        this.format = format;
        ActionOptions options =
                Options.read(ActionOptions.class, action.properties(), "action " + action.type());
        Sink sink = create(factory.service(), action, ruleId);
        this.counters = new NodeCounters("sink", action.type() + "_" + action.index());
        this.outbox = new Outbox(options.cacheLength());
        Rendering rendering =
                new Rendering(options, format.service().create(Schema.NONE).newEncoder());
        // Last, as nobody gives it back if something fails before.
        this.threads = facilities.threads().acquire(factory);
        Timers timers = facilities.timers();
        String name = facilities.names().of("sink " + ruleId + " " + action.index());
        this.context = new Context(ruleId, name, timers, threads);
        this.courier =
                new Courier(
                        sink,
                        context,
                        outbox,
                        rendering,
                        options,
                        new Courier.Surroundings(counters, listener, timers));
    }

    private static <O extends Record> Sink create(
            SinkFactory<O> factory, ActionSpec action, String ruleId) {
        O options = Options.read(factory.options(), action.properties(), action.type() + " sink");
        return factory.create(options, new Spec(ruleId, action.index()));
    }

    private record Spec(String ruleId, int action) implements SinkSpec {}

    /** Opens the sink in the background. */
    public void open() {
        courier.begin();
    }

    /**
     * Puts results into the outbox. Called by the rule's thread alone; never blocks.
     *
     * @param emissions in order
     * @param all whether they are all kept, as the rule waits for room before it makes more; else
     *     those that find no room are dropped and counted
     */
    public void offer(List<Emission> emissions, boolean all) {
        counters.in(emissions.size());
        int dropped = outbox.add(emissions, all);
        if (dropped > 0) {
            counters.dropped(dropped);
        }
        courier.awake();
    }

    /** Whether so much waits that the rule had better wait, and the sink is getting on with it. */
    public boolean crowded() {
        if (!outbox.crowded()) {
            courier.caughtUp();
            return false;
        }
        return courier.gettingOn(outbox.size());
    }

    /** Whether there is no room for more. */
    public boolean full() {
        return outbox.crowded();
    }

    /** The counters as they are now. */
    public NodeMetrics metrics() {
        return counters.snapshot(outbox.size(), context.statusText());
    }

    /** The plugins that it holds. */
    public Set<String> plugins() {
        return Set.of(factory.plugin());
    }

    /**
     * Ends: what waits is still sent as far as that is quick, then the sink is closed.
     *
     * @return completes when the sink is closed
     */
    public CompletableFuture<@Nullable Void> close() {
        return courier.end()
                .thenRun(
                        () -> {
                            threads.release();
                            format.close();
                            factory.close();
                        });
    }

    private static final class Context extends InstanceContext implements SinkContext {
        private final String ruleId;

        Context(String ruleId, String name, Timers timers, PluginThreads.Pool threads) {
            super(name, timers, threads);
            this.ruleId = ruleId;
        }

        @Override
        public String ruleId() {
            return ruleId;
        }
    }
}
