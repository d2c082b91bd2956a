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

import io.haumea.server.rule.RuleService.RuleStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One rule with its state. Commands take {@link #lock}, so that they come one after the other for
 * this rule and don't touch others; questions are answered without it.
 */
final class RuleSlot {

    static final String CANCELED = "Stopped: canceled manually or by error.";

    /** What a rule is doing. */
    enum Phase {
        /** Being created; not to be seen yet. */
        NEW,
        RUNNING,
        /** Ended by an error. */
        FAILED,
        /** Starts when a plugin comes. */
        WAITING,
        STOPPED,
        /** Removed. */
        DROPPED
    }

    /**
     * The state at one moment.
     *
     * @param run the run, of a failed rule the last one; null if there is none
     */
    record State(RuleDefinition definition, Phase phase, String text, @Nullable Run run) {}

    final Object lock = new Object();
    private final AtomicReference<State> state;

    RuleSlot(RuleDefinition definition, Phase phase) {
        state = new AtomicReference<>(new State(definition, phase, CANCELED, null));
    }

    State state() {
        return state.get();
    }

    boolean visible() {
        Phase phase = state().phase();
        return phase != Phase.NEW && phase != Phase.DROPPED;
    }

    void set(RuleDefinition definition, Phase phase, String text, @Nullable Run run) {
        state.set(new State(definition, phase, text, run));
    }

    /** Notes that a run has failed, unless it has been ended or replaced meanwhile. */
    boolean fail(Run run, String text) {
        State before = state.get();
        return before.phase() == Phase.RUNNING
                && before.run() == run
                && state.compareAndSet(
                        before, new State(before.definition(), Phase.FAILED, text, run));
    }

    /** Changes the definition and nothing else. */
    void define(RuleDefinition definition) {
        state.updateAndGet(now -> new State(definition, now.phase(), now.text(), now.run()));
    }

    /**
     * Makes the rule wait if it uses, or used when it failed, that plugin.
     *
     * @return the state before, or null if it does not use the plugin
     */
    @Nullable State suspend(String plugin) {
        while (true) {
            State now = state.get();
            boolean concerned =
                    (now.phase() == Phase.RUNNING || now.phase() == Phase.FAILED)
                            && now.run() != null
                            && now.run().plugins().contains(plugin);
            if (!concerned) {
                return null;
            }
            String text = "Waiting: the plugin " + plugin + " is being replaced or removed.";
            if (state.compareAndSet(now, new State(now.definition(), Phase.WAITING, text, null))) {
                return now;
            }
        }
    }

    RuleStatus status() {
        State now = state();
        Run run = now.run();
        if (now.phase() == Phase.RUNNING && run != null) {
            return new RuleStatus(now.definition().id(), true, "Running", run.metrics());
        }
        return new RuleStatus(now.definition().id(), false, now.text(), List.of());
    }
}
