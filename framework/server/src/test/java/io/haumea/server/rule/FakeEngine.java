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
package io.haumea.server.rule;

import io.haumea.engine.port.ContributionKind;
import io.haumea.engine.port.Lease;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.config.OptionSpec;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.server.plugins.FunctionLeases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs nothing, but knows what it is told to run, and which sinks and functions there are. */
final class FakeEngine implements RuleEngine, FunctionLeases {

    /** Sink types by the plugin that offers them. */
    final Map<String, String> sinks = new ConcurrentHashMap<>(Map.of("log", "builtin"));

    /** Function names by the plugin that offers them. */
    final Map<String, String> functions = new ConcurrentHashMap<>();

    final Map<String, Running> running = new ConcurrentHashMap<>();
    final AtomicInteger functionsOut = new AtomicInteger();
    final AtomicInteger starts = new AtomicInteger();

    @Override
    public RunningRule start(RuleSpec spec, RuleListener listener) {
        List<String> plugins = new ArrayList<>();
        for (ActionSpec action : spec.actions()) {
            String plugin = sinks.get(action.type());
            if (plugin == null) {
                throw new MissingContributionException(ContributionKind.SINK, action.type());
            }
            plugins.add(plugin);
        }
        starts.incrementAndGet();
        Running rule = new Running(spec, listener, Set.copyOf(plugins));
        running.put(spec.id(), rule);
        return rule;
    }

    /** The sinks here know one option, {@code level}. */
    Optional<List<OptionSpec>> sinkOptions(String type) {
        return sinks.containsKey(type)
                ? Optional.of(
                        List.of(
                                new OptionSpec(
                                        "level", "text", "", "", "", false, false, List.of())))
                : Optional.empty();
    }

    @Override
    public Optional<Lease<FunctionDefinition>> function(String name) {
        String plugin = functions.get(name);
        if (plugin == null) {
            return Optional.empty();
        }
        functionsOut.incrementAndGet();
        return Optional.of(new FunctionLease(definition(name), plugin));
    }

    private static FunctionDefinition definition(String name) {
        return ScalarFunction.named(name)
                .summary("Gives its argument back.")
                .check(ArgumentCheck.count(1))
                .returns(DataType.ANY)
                .call(arguments -> arguments[0]);
    }

    @Override
    public Collection<String> functionNames() {
        return new TreeMap<>(functions).keySet();
    }

    private final class FunctionLease implements Lease<FunctionDefinition> {
        private final FunctionDefinition definition;
        private final String plugin;

        FunctionLease(FunctionDefinition definition, String plugin) {
            this.definition = definition;
            this.plugin = plugin;
        }

        @Override
        public FunctionDefinition service() {
            return definition;
        }

        @Override
        public String plugin() {
            return plugin;
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public void close() {
            functionsOut.decrementAndGet();
        }
    }

    /** A rule that was started. */
    final class Running implements RunningRule {
        final RuleSpec spec;
        private final RuleListener listener;
        private final Set<String> plugins;

        Running(RuleSpec spec, RuleListener listener, Set<String> plugins) {
            this.spec = spec;
            this.listener = listener;
            this.plugins = plugins;
        }

        void fail(Throwable cause) {
            listener.failed(cause);
        }

        @Override
        public String id() {
            return spec.id();
        }

        @Override
        public List<NodeMetrics> metrics() {
            return List.of(
                    new NodeMetrics(
                            "source", "demo", 0, 0, 0, 0, 0, 0, null, null, null, "connected"));
        }

        @Override
        public Set<String> plugins() {
            return plugins;
        }

        @Override
        public CompletionStage<@Nullable Void> stop() {
            running.remove(spec.id(), this);
            return CompletableFuture.completedFuture(null);
        }
    }
}
