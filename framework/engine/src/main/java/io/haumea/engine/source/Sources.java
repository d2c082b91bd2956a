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
package io.haumea.engine.source;

import io.haumea.engine.plugin.InstanceNames;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.schedule.PluginThreads;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.SourceFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All sources of an engine. Rules with equal inputs share a live source; a private one belongs to
 * one rule. Thread-safe.
 */
public final class Sources {

    private final InstanceNames names;
    private final Contributions contributions;
    private final SourceInstance.Facilities facilities;
    private final Map<String, SourceInstance> shared = new HashMap<>();

    /** By instance name: what must be over before the next one of that name is opened. */
    private final Map<String, CompletableFuture<?>> closing = new HashMap<>();

    /**
     * No sources yet.
     *
     * @param names makes the names of instances
     * @param contributions finds source types and formats
     * @param workers run the decoding
     * @param timers the time
     * @param threads the threads of plugins
     */
    public Sources(
            InstanceNames names,
            Contributions contributions,
            Workers workers,
            Timers timers,
            PluginThreads threads) {
        this.names = names;
        this.contributions = contributions;
        this.facilities = new SourceInstance.Facilities(workers, timers, threads);
    }

    /**
     * Gets the source of an input ready for a rule; it brings nothing before {@link
     * Subscription#start}.
     *
     * @param input the input
     * @param owner tells this use of a private source from all others
     * @return to bind columns and to start
     * @throws io.haumea.engine.port.MissingContributionException if a plugin is missing
     * @throws io.haumea.sdk.error.HaumeaException if an option is wrong
     */
    public Subscription subscribe(InputSpec input, String owner) {
        Lease<SourceFactory<?>> factory = contributions.source(input.stream().type());
        boolean live;
        try {
            live = factory.service().sharing() == Sharing.LIVE;
        } catch (Throwable e) {
            factory.close();
            throw e;
        }
        String name = instanceName(input, live ? "" : owner);
        String key = name + " " + factory.plugin() + " " + factory.version();
        SourceInstance known = live ? useKnown(key) : null;
        if (known != null) {
            factory.close();
            return new Subscription(this, key, known);
        }
        // Not under the lock, as it calls the plugin, which may take its time.
        SourceInstance made = create(name, input, factory);
        SourceInstance used = use(key, made, live);
        if (used != made) {
            // Another rule was quicker; this one was never opened.
            CompletableFuture<?> unused = made.close();
        }
        return new Subscription(this, key, used);
    }

    private synchronized @Nullable SourceInstance useKnown(String key) {
        SourceInstance known = shared.get(key);
        if (known != null) {
            known.use();
        }
        return known;
    }

    private synchronized SourceInstance use(String key, SourceInstance made, boolean live) {
        SourceInstance known = live ? shared.putIfAbsent(key, made) : null;
        SourceInstance used = known == null ? made : known;
        used.use();
        return used;
    }

    private SourceInstance create(String name, InputSpec input, Lease<SourceFactory<?>> factory) {
        Lease<FormatFactory> format = null;
        try {
            format = contributions.format(input.stream().format());
            return new SourceInstance(name, input, factory, format, facilities);
        } catch (Throwable e) {
            if (format != null) {
                format.close();
            }
            factory.close();
            throw e;
        }
    }

    /** The same for the next version of the plugin, as the outside may know the source by it. */
    private String instanceName(InputSpec input, String owner) {
        return names.of(input.stream() + " " + new TreeMap<>(input.properties()) + " " + owner);
    }

    /** Adds a reader, unless its rule has been stopped meanwhile; returns why it has no source. */
    synchronized @Nullable Throwable start(Subscription subscription, SourceTask.Reader reader) {
        if (subscription.ended()) {
            return null;
        }
        SourceInstance instance = subscription.instance();
        instance.task().add(reader);
        CompletableFuture<?> before = closing.get(instance.name());
        instance.openOnce(before == null ? CompletableFuture.completedFuture(null) : before);
        return instance.failure();
    }

    synchronized CompletableFuture<@Nullable Void> end(
            Subscription subscription, @Nullable RowConsumer consumer) {
        SourceInstance instance = subscription.instance();
        if (consumer != null) {
            instance.task().remove(consumer);
        }
        if (!instance.unuse()) {
            return CompletableFuture.completedFuture(null);
        }
        shared.remove(subscription.key(), instance);
        CompletableFuture<@Nullable Void> done = instance.close();
        CompletableFuture<?> before = closing.get(instance.name());
        CompletableFuture<?> all = before == null ? done : CompletableFuture.allOf(before, done);
        closing.put(instance.name(), all);
        CompletableFuture<?> unused = all.thenRun(() -> forget(instance.name(), all));
        return done;
    }

    private synchronized void forget(String name, CompletableFuture<?> done) {
        closing.remove(name, done);
    }
}
