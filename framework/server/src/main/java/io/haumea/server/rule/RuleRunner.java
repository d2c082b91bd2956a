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

import io.haumea.server.plugins.PluginUsers.Suspension;
import io.haumea.server.rule.RuleLauncher.Launched;
import io.haumea.server.rule.RulePlanner.Planned;
import io.haumea.server.rule.RuleSlot.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops rules, lets them wait for plugins, and makes them stand still while a plugin is
 * replaced. Callers hold the lock of the slot they hand over.
 */
final class RuleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);

    private static final long STOP_SECONDS = 5;

    private final RuleLauncher launcher;
    private final Collection<RuleSlot> slots;

    /** Starts share it; a plugin that is being replaced has it alone. */
    private final ReentrantReadWriteLock plugins = new ReentrantReadWriteLock();

    private final AtomicBoolean wakeUp = new AtomicBoolean();
    private final ExecutorService helper =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "haumea-rules");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * A runner.
     *
     * @param slots a live view of all rules
     */
    RuleRunner(RuleLauncher launcher, Collection<RuleSlot> slots) {
        this.launcher = launcher;
        this.slots = slots;
    }

    void close() {
        helper.shutdown();
    }

    /** Starts a rule that does not run, and returns its plan. */
    Planned start(RuleSlot slot, RuleDefinition rule) throws CannotRun {
        plugins.readLock().lock();
        try {
            return launch(slot, rule);
        } finally {
            plugins.readLock().unlock();
        }
    }

    /** Starts a rule, or says in its status why it does not run. */
    void startOrWait(RuleSlot slot) {
        RuleDefinition rule = slot.state().definition();
        try {
            start(slot, rule);
        } catch (CannotRun e) {
            if (e.waitsFor() == null) {
                LOG.warn("Rule {} can't run: {}", rule.id(), e.text());
                slot.set(rule, Phase.FAILED, stopped(e.text()), null);
            } else {
                LOG.info("Rule {} waits: {}", rule.id(), e.waitsFor());
                slot.set(rule, Phase.WAITING, "Waiting: " + e.waitsFor() + ".", null);
            }
        }
    }

    private Planned launch(RuleSlot slot, RuleDefinition rule) throws CannotRun {
        Outcome outcome = new Outcome(slot);
        Launched launched = launcher.start(rule, outcome::failed);
        slot.set(rule, Phase.RUNNING, "Running", launched.run());
        outcome.began(launched.run());
        return launched.planned();
    }

    /** Ends the run of a rule, if there is one, and waits for that some seconds. */
    void stop(RuleSlot slot) {
        RuleSlot.State state = slot.state();
        slot.set(state.definition(), Phase.STOPPED, RuleSlot.CANCELED, null);
        if (state.run() != null) {
            await(List.of(state.run().stop()));
        }
    }

    List<String> rulesOf(String plugin) {
        return slots.stream()
                .map(RuleSlot::state)
                .filter(state -> state.phase() == Phase.RUNNING && uses(state, plugin))
                .map(state -> state.definition().id())
                .sorted()
                .toList();
    }

    private static boolean uses(RuleSlot.State state, String plugin) {
        return state.run() != null && state.run().plugins().contains(plugin);
    }

    /** What a plugin's end makes stand still; the caller goes on by the answer. */
    Suspension suspend(String plugin) {
        plugins.writeLock().lock();
        List<CompletionStage<@Nullable Void>> ends = new ArrayList<>();
        for (RuleSlot slot : slots) {
            // A rule that failed gets another try with the next version.
            RuleSlot.State state = slot.suspend(plugin);
            if (state != null && state.run() != null) {
                ends.add(state.run().stop());
            }
        }
        await(ends);
        return () -> {
            plugins.writeLock().unlock();
            startWaiting();
        };
    }

    /** Lets waiting rules try again, soon, however often it is called meanwhile. */
    void wakeWaiting() {
        if (wakeUp.compareAndSet(false, true)) {
            try {
                helper.execute(
                        () -> {
                            wakeUp.set(false);
                            startWaiting();
                        });
            } catch (RejectedExecutionException e) {
                LOG.debug("The server ends, so rules that wait go on waiting");
            }
        }
    }

    private void startWaiting() {
        for (RuleSlot slot : slots) {
            if (slot.state().phase() == Phase.WAITING) {
                synchronized (slot.lock) {
                    if (slot.state().phase() == Phase.WAITING) {
                        startOrWait(slot);
                    }
                }
            }
        }
    }

    private static void await(List<? extends CompletionStage<?>> ends) {
        CompletableFuture<?>[] all =
                ends.stream()
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("A rule did not end within {} s", STOP_SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("A rule did not end cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String stopped(String error) {
        return "Stopped: " + error + ".";
    }

    /** Hears how a run ends by itself, even if that is before it is known to have begun. */
    private static final class Outcome {
        private final RuleSlot slot;
        private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Outcome(RuleSlot slot) {
            this.slot = slot;
        }

        void began(Run begun) {
            run.set(begun);
            note();
        }

        void failed(Throwable cause) {
            failure.compareAndSet(null, cause);
            note();
        }

        private void note() {
            Run ended = run.get();
            Throwable cause = failure.get();
            if (ended == null || cause == null) {
                return;
            }
            String message = cause.getMessage();
            String text = message == null ? cause.getClass().getSimpleName() : message.strip();
            if (slot.fail(ended, stopped(text))) {
                LOG.warn("Rule {} has stopped: {}", slot.state().definition().id(), text);
                LOG.debug("Rule {} has stopped", slot.state().definition().id(), cause);
                ended.stop(); // gives back the functions; the engine ends the rest
            }
        }
    }
}
