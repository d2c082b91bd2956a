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

import io.haumea.engine.operator.PlanCompiler;
import io.haumea.engine.operator.RulePipeline;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.row.SourceLayout;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.engine.sink.SinkDelivery;
import io.haumea.engine.source.Subscription;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sql.plan.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running rule: its subscriptions, its task and its actions, put together and taken apart. */
final class EngineRule implements RunningRule, RuleTask.RuleEvents {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRule.class);

    private final RuleSpec spec;
    private final Feeds feeds;
    private final RuleListener listener;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<NodeCounters> sourceCounters = new ArrayList<>();
    private final List<SinkDelivery> deliveries = new ArrayList<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private volatile @Nullable RuleTask task;
    private volatile CompletableFuture<?> sourcesClosed = CompletableFuture.completedFuture(null);

    EngineRule(RuleSpec spec, RuleListener listener) {
        this.spec = spec;
        this.feeds = new Feeds(spec.inputs());
        this.listener = listener;
    }

    /** Puts the rule together and starts it; on failure nothing is left behind. */
    void start(EngineParts parts) {
        try {
            for (InputSpec input : feeds.sources()) {
                subscriptions.add(parts.sources().subscribe(input, owner()));
                sourceCounters.add(new NodeCounters("source", input.stream().name()));
            }
            RuleTask ready = newTask(parts);
            task = ready;
            for (ActionSpec action : spec.actions()) {
                deliveries.add(newDelivery(action, parts, ready));
            }
            ready.deliverTo(deliveries);
        } catch (Throwable e) {
            for (Subscription subscription : subscriptions) {
                CompletableFuture<?> unused = subscription.end();
            }
            for (SinkDelivery delivery : deliveries) {
                CompletableFuture<?> unused = delivery.close();
            }
            throw e;
        }
        deliveries.forEach(SinkDelivery::open);
        for (int i = 0; i < subscriptions.size(); i++) {
            subscriptions.get(i).start(ready(), i, sourceCounters.get(i));
        }
    }

    /** Two inputs on one private stream are two sources, as in a join of a stream with itself. */
    private String owner() {
        int before = subscriptions.size();
        return before == 0 ? spec.id() : spec.id() + " " + before;
    }

    private RuleTask ready() {
        RuleTask ready = task;
        if (ready == null) {
            throw new IllegalStateException("Rule " + spec.id() + " was not started");
        }
        return ready;
    }

    private RuleTask newTask(EngineParts parts) {
        RuleTimers timers = new RuleTimers();
        RuleContext context =
                new RuleContext(
                        spec.id(), parts.timers().clock().millis(), parts.random().get(), timers);
        RulePipeline pipeline = PlanCompiler.compile(spec.plan(), bindColumns(), context);
        boolean lossless = subscriptions.stream().allMatch(Subscription::waits);
        return new RuleTask(
                new RuleTask.Machinery(pipeline, feeds, context, timers),
                spec.options().bufferLength(),
                lossless,
                sourceCounters,
                parts.workers(),
                parts.timers(),
                this);
    }

    /** For each slot that comes from a source, where it is in the source's rows. */
    private int[] bindColumns() {
        List<Slot> slots = spec.plan().slots();
        int[] bound = new int[slots.size()];
        for (int i = 0; i < bound.length; i++) {
            if (slots.get(i) instanceof Slot.Column column) {
                bound[i] = layout(column.input()).read(column.name());
            } else if (slots.get(i) instanceof Slot.Presence presence) {
                bound[i] = layout(presence.input()).presence(presence.name());
            } else if (slots.get(i) instanceof Slot.Whole whole) {
                layout(whole.input()).readWhole();
                bound[i] = SourceLayout.WHOLE_SLOT;
            }
        }
        return bound;
    }

    private SourceLayout layout(int input) {
        return subscriptions.get(feeds.sourceOf(input)).layout();
    }

    private SinkDelivery newDelivery(ActionSpec action, EngineParts parts, RuleTask ready) {
        Contributions contributions = parts.contributions();
        Lease<SinkFactory<?>> factory = contributions.sink(action.type());
        Lease<FormatFactory> format = null;
        try {
            format = contributions.format("json");
            return new SinkDelivery(spec.id(), action, factory, format, parts.sinks(), ready);
        } catch (Throwable e) {
            if (format != null) {
                format.close();
            }
            factory.close();
            throw e;
        }
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<NodeMetrics> metrics() {
        List<NodeMetrics> metrics = new ArrayList<>();
        for (int i = 0; i < subscriptions.size(); i++) {
            Subscription subscription = subscriptions.get(i);
            metrics.add(
                    sourceCounters
                            .get(i)
                            .snapshot(subscription.waiting(), subscription.statusText()));
        }
        int waiting = ready().waiting();
        for (NodeCounters counters : ready().operatorCounters()) {
            metrics.add(counters.snapshot(waiting, ""));
            waiting = 0;
        }
        deliveries.forEach(delivery -> metrics.add(delivery.metrics()));
        return metrics;
    }

    @Override
    public Set<String> plugins() {
        Set<String> plugins = new TreeSet<>();
        subscriptions.forEach(subscription -> plugins.addAll(subscription.plugins()));
        deliveries.forEach(delivery -> plugins.addAll(delivery.plugins()));
        return plugins;
    }

    @Override
    public CompletionStage<@Nullable Void> stop() {
        if (stopped.compareAndSet(false, true)) {
            sourcesClosed = allOf(subscriptions.stream().map(Subscription::end).toList());
            ready().stop();
        }
        return done.minimalCompletionStage();
    }

    /** Completes when the rule has ended. */
    CompletionStage<@Nullable Void> ended() {
        return done.minimalCompletionStage();
    }

    private static CompletableFuture<Void> allOf(List<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public void drained() {
        CompletableFuture<Void> sinks =
                allOf(deliveries.stream().map(SinkDelivery::close).toList());
        CompletableFuture<?> unused =
                allOf(List.of(sinks, sourcesClosed))
                        .whenComplete((nothing, error) -> done.complete(null));
    }

    @Override
    public void roomAgain() {
        subscriptions.forEach(Subscription::roomAgain);
    }

    @Override
    public void failed(Throwable cause) {
        if (failed.compareAndSet(false, true) && !stopped.get()) {
            LOG.warn("Rule {} stops: {}", spec.id(), cause.toString());
            try {
                listener.failed(cause);
            } finally {
                CompletionStage<?> unused = stop();
            }
        }
    }
}
