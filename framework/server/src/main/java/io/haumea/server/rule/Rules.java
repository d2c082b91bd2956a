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

import io.haumea.sdk.error.HaumeaException;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.config.SourceProperties;
import io.haumea.server.plugins.PluginRegistry;
import io.haumea.server.plugins.PluginUsers;
import io.haumea.server.rule.RuleSlot.Phase;
import io.haumea.server.storage.DefinitionFolder;
import io.haumea.sql.stream.StreamCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules, each a file with its definition. Commands on different rules don't wait for each other.
 */
@Component(service = {RuleService.class, PluginUsers.class, Rules.class})
public final class Rules implements RuleService, PluginUsers {

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final DefinitionFolder folder;
    private final RuleParser parser;
    private final RuleExplainer explainer;
    private final RuleWarnings warnings;
    private final RuleRunner runner;
    private final Map<String, RuleSlot> slots = new ConcurrentHashMap<>();

    /**
     * Reads the stored rules and starts none; see {@link #startStored}.
     *
     * @param settings where they are, and their defaults
     * @param properties what configuration gives to sources and actions
     * @param engine runs them
     * @param streams the streams they read
     * @param registry what plugins offer
     */
    @Activate
    public Rules(
            @Reference ServerSettings settings,
            @Reference SourceProperties properties,
            @Reference RuleEngine engine,
            @Reference StreamCatalog streams,
            @Reference PluginRegistry registry) {
        this(
                settings.paths().data().resolve("rules"),
                new RuleParser(settings.rule()),
                new RuleParts(
                        engine,
                        streams,
                        registry,
                        properties,
                        type -> SinkOptionSpecs.of(registry, type)));
        registry.onArrival(this::pluginsChanged);
    }

    Rules(Path rules, RuleParser parser, RuleParts parts) {
        this.folder = new DefinitionFolder(rules, ".json");
        this.parser = parser;
        this.explainer = parts.explainer();
        this.warnings = parts.warnings();
        this.runner = new RuleRunner(parts.launcher(), slots.values());
        folder.load().forEach(this::load);
    }

    private void load(DefinitionFolder.Stored stored) {
        try {
            RuleDefinition rule = parser.parse(stored.text());
            slots.put(rule.id(), new RuleSlot(rule, Phase.STOPPED));
        } catch (RuleException e) {
            LOG.error("{} is left out: {}", stored.file(), e.getMessage());
        }
    }

    /** Starts the stored rules that are meant to run. Called once, when plugins are there. */
    public void startStored() {
        for (RuleSlot slot : slots.values()) {
            synchronized (slot.lock) {
                RuleSlot.State state = slot.state();
                if (state.phase() == Phase.STOPPED && state.definition().triggered()) {
                    runner.startOrWait(slot);
                }
            }
        }
        long running =
                slots.values().stream()
                        .filter(slot -> slot.state().phase() == Phase.RUNNING)
                        .count();
        LOG.info("{} of {} rules run", running, slots.size());
    }

    /** Ends the helpers; the engine, which goes next, stops the rules. */
    @Deactivate
    public void close() {
        runner.close();
    }

    @Override
    public CreatedRule create(String json) {
        RuleDefinition rule = parser.parse(json).triggered(true);
        RuleIds.check(rule.id());
        RuleSlot slot = new RuleSlot(rule, Phase.NEW);
        CreatedRule created;
        synchronized (slot.lock) {
            if (slots.putIfAbsent(rule.id(), slot) != null) {
                throw new RuleException("Item " + rule.id() + " already exists", false);
            }
            boolean stored = false;
            try {
                created = startAndStore(slot, rule);
                stored = true;
            } finally {
                if (!stored) {
                    runner.stop(slot);
                    slot.set(rule, Phase.DROPPED, RuleSlot.CANCELED, null);
                    slots.remove(rule.id(), slot);
                }
            }
        }
        LOG.info("Rule {} is created", rule.id());
        return told(created);
    }

    @Override
    public CreatedRule replace(String id, String json) {
        RuleSlot slot = visible(id, "Rule " + id + " is not found.");
        RuleDefinition rule = parser.parse(json, id).triggered(true);
        CreatedRule replacement;
        synchronized (slot.lock) {
            check(slot, "Rule " + id + " is not found.");
            explainer.explain(rule);
            RuleSlot.State before = slot.state();
            runner.stop(slot);
            boolean stored = false;
            try {
                replacement = startAndStore(slot, rule);
                stored = true;
            } finally {
                if (!stored) {
                    runner.stop(slot);
                    goBack(slot, before);
                }
            }
        }
        LOG.info("Rule {} is replaced", id);
        return told(replacement);
    }

    private CreatedRule startAndStore(RuleSlot slot, RuleDefinition rule) {
        try {
            List<String> warned = warnings.of(rule, runner.start(slot, rule));
            folder.put(rule.id(), rule.toJson());
            return new CreatedRule(rule.id(), warned);
        } catch (CannotRun e) {
            throw new RuleException(e.text(), false);
        } catch (HaumeaException e) {
            throw new RuleException(e.getMessage(), false);
        }
    }

    /** The old rule is as it was; if it ran, it runs again. */
    private void goBack(RuleSlot slot, RuleSlot.State before) {
        slot.set(before.definition(), before.phase(), before.text(), null);
        if (before.phase() == Phase.RUNNING || before.phase() == Phase.WAITING) {
            runner.startOrWait(slot);
        }
    }

    private static CreatedRule told(CreatedRule rule) {
        rule.warnings().forEach(warning -> LOG.warn("Rule {}: {}", rule.id(), warning));
        return rule;
    }

    @Override
    public RuleExplanation explain(String id) {
        RuleSlot slot = visible(id, "Rule " + id + " is not found.");
        return explainer.explain(slot.state().definition());
    }

    @Override
    public RuleExplanation explainUnsaved(String json) {
        return explainer.explain(parser.query(json));
    }

    @Override
    public List<RuleSummary> list() {
        return slots.entrySet().stream()
                .filter(entry -> entry.getValue().visible())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> summary(entry.getValue().state()))
                .toList();
    }

    private static RuleSummary summary(RuleSlot.State state) {
        boolean running = state.phase() == Phase.RUNNING;
        return new RuleSummary(state.definition().id(), running ? "Running" : state.text());
    }

    @Override
    public String describe(String id) {
        return visible(id, "Rule " + id + " is not found.").state().definition().toJson();
    }

    @Override
    public void drop(String id) {
        RuleSlot slot = visible(id, id + " is not found");
        synchronized (slot.lock) {
            check(slot, id + " is not found");
            runner.stop(slot);
            try {
                folder.remove(id);
            } catch (HaumeaException e) {
                throw new RuleException(e.getMessage(), false);
            }
            slot.set(slot.state().definition(), Phase.DROPPED, RuleSlot.CANCELED, null);
            slots.remove(id, slot);
        }
        LOG.info("Rule {} is dropped", id);
    }

    @Override
    public void start(String id) {
        RuleSlot slot = visible(id, "Rule " + id + " is not found.");
        synchronized (slot.lock) {
            check(slot, "Rule " + id + " is not found.");
            if (slot.state().phase() != Phase.RUNNING) {
                startNow(slot);
            }
        }
    }

    @Override
    public boolean stop(String id) {
        RuleSlot slot = slots.get(id);
        if (slot == null) {
            return false;
        }
        synchronized (slot.lock) {
            if (!slot.visible() || slot.state().phase() == Phase.STOPPED) {
                return false;
            }
            runner.stop(slot);
            mean(slot, false);
            return true;
        }
    }

    @Override
    public void restart(String id) {
        RuleSlot slot = visible(id, "Rule " + id + " is not found.");
        synchronized (slot.lock) {
            check(slot, "Rule " + id + " is not found.");
            runner.stop(slot);
            startNow(slot);
        }
    }

    private void startNow(RuleSlot slot) {
        runner.stop(slot); // what is left of a run that failed
        try {
            runner.start(slot, slot.state().definition());
        } catch (CannotRun e) {
            // Whether it is meant to run stays as it was, so that the next start of the server
            // tries again, and tells the reason again.
            RuleDefinition rule = slot.state().definition();
            slot.set(rule, Phase.FAILED, RuleRunner.stopped(e.text()), null);
            throw new RuleException(e.text(), false);
        }
        mean(slot, true);
    }

    /** Stores whether the rule is to run after the next start of the server. */
    private void mean(RuleSlot slot, boolean triggered) {
        RuleSlot.State state = slot.state();
        if (state.definition().triggered() == triggered) {
            return;
        }
        RuleDefinition changed = state.definition().triggered(triggered);
        try {
            folder.put(changed.id(), changed.toJson());
        } catch (HaumeaException e) {
            throw new RuleException(e.getMessage(), false);
        }
        slot.define(changed);
    }

    @Override
    public RuleStatus status(String id) {
        return visible(id, "Rule " + id + " is not found").status();
    }

    private RuleSlot visible(String id, String notFound) {
        RuleSlot slot = slots.get(id);
        if (slot == null || !slot.visible()) {
            throw new RuleException(notFound, true);
        }
        return slot;
    }

    /** Once more under the lock: it may have been dropped, or its creation have failed. */
    private static void check(RuleSlot slot, String notFound) {
        if (!slot.visible()) {
            throw new RuleException(notFound, true);
        }
    }

    @Override
    public List<String> rulesOf(String plugin) {
        return runner.rulesOf(plugin);
    }

    @Override
    public Suspension suspend(String plugin) {
        return runner.suspend(plugin);
    }

    @Override
    public void pluginsChanged() {
        runner.wakeWaiting();
    }
}
