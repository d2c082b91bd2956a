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

import io.haumea.engine.operator.Emission;
import io.haumea.engine.operator.RulePipeline;
import io.haumea.engine.row.DecodedBatch;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.engine.schedule.SerialTask;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.engine.sink.DeliveryListener;
import io.haumea.engine.sink.SinkDelivery;
import io.haumea.engine.source.RowConsumer;
import io.haumea.sdk.state.Cancellable;
import java.util.List;

/**
 * The actor that runs one rule: takes batches from its mailbox, moves the rule's time along their
 * arrival times so that timers come between messages where they belong, and hands results to the
 * actions. Never waits on a thread.
 */
final class RuleTask extends SerialTask implements RowConsumer, DeliveryListener {

    private static final int LEAST_CAPACITY = 4096;
    private static final int MOST_PAUSES = 5;

    private final Mailbox mailbox;
    private final RulePipeline pipeline;
    private final RuleContext context;
    private final RuleTimers ruleTimers;
    private final Timers timers;
    private final RuleEvents events;
    private final boolean lossless;
    private final List<NodeCounters> operatorCounters;
    private final List<NodeCounters> sourceCounters;
    private volatile List<SinkDelivery> deliveries = List.of();

    private int pauses;
    private boolean broken;
    private boolean finished;
    private long armedFor = Long.MAX_VALUE;
    private Cancellable armed = () -> {};
    private volatile boolean stopping;
    private volatile boolean rang;

    /** What the rule's owner hears. */
    interface RuleEvents {
        /** The rule's mailbox has room again. */
        void roomAgain();

        /** The rule can't go on. */
        void failed(Throwable cause);

        /** After {@link #stop}: everything accepted has been worked off. */
        void drained();
    }

    /** What belongs to a rule's operators. */
    record Machinery(RulePipeline pipeline, RuleContext context, RuleTimers timers) {}

    RuleTask(
            Machinery machinery,
            int bufferLength,
            boolean lossless,
            List<NodeCounters> sourceCounters,
            Workers workers,
            Timers timers,
            RuleEvents events) {
        super(workers);
        this.mailbox = new Mailbox(Math.max(LEAST_CAPACITY, bufferLength));
        this.pipeline = machinery.pipeline();
        this.context = machinery.context();
        this.ruleTimers = machinery.timers();
        this.lossless = lossless;
        this.sourceCounters = List.copyOf(sourceCounters);
        this.operatorCounters = pipeline.counters();
        this.timers = timers;
        this.events = events;
    }

    /** Sets the actions; called once, before the first message. */
    void deliverTo(List<SinkDelivery> actions) {
        deliveries = List.copyOf(actions);
    }

    List<NodeCounters> operatorCounters() {
        return operatorCounters;
    }

    int waiting() {
        return mailbox.messages();
    }

    @Override
    public boolean offer(int input, DecodedBatch batch) {
        boolean accepted = mailbox.offer(new Mailbox.Letter(input, batch));
        wake();
        return accepted;
    }

    @Override
    public boolean hasRoom() {
        return mailbox.hasRoom();
    }

    @Override
    public boolean crowded() {
        return mailbox.crowded() && active();
    }

    @Override
    public void sourceFailed(Throwable cause) {
        events.failed(cause);
    }

    @Override
    public void roomAgain() {
        wake();
    }

    @Override
    public void sinkFailed(Throwable cause) {
        events.failed(cause);
    }

    /** Works off what was accepted, and then does nothing any more. */
    void stop() {
        stopping = true;
        wake();
    }

    @Override
    protected boolean slice(long deadlineNanos) {
        try {
            return broken ? endIfStopping() : work(deadlineNanos);
        } catch (Throwable e) {
            // A defect ends this rule, not the worker.
            broken = true;
            events.failed(e);
            return endIfStopping();
        }
    }

    private boolean endIfStopping() {
        if (stopping && !finished) {
            finished = true;
            armed.cancel();
            events.drained();
        }
        return false;
    }

    private boolean work(long deadlineNanos) {
        while (!finished && System.nanoTime() < deadlineNanos) {
            if (!stopping && mustWait()) {
                return false;
            }
            Mailbox.Letter letter = mailbox.peek();
            if (letter == null) {
                fireTimers(timers.clock().millis());
                flush();
                if (!stopping) {
                    arm();
                }
                return endIfStopping();
            }
            process(letter);
            flush();
            if (mailbox.remove()) {
                events.roomAgain();
            }
        }
        return !finished;
    }

    /** Whether the actions had better get on first; a rule that may lose waits a moment at most. */
    private boolean mustWait() {
        for (SinkDelivery delivery : deliveries) {
            if (lossless && delivery.full()) {
                return true;
            }
            if (!lossless && pauses < MOST_PAUSES && delivery.crowded()) {
                pauses++;
                timers.at(timers.clock().millis() + 1, this::wake);
                return true;
            }
        }
        pauses = 0;
        return false;
    }

    private void process(Mailbox.Letter letter) {
        DecodedBatch batch = letter.batch();
        long began = timers.clock().millis();
        NodeCounters source = sourceCounters.get(letter.input());
        source.in(batch.size());
        source.out(batch.size());
        String rejection = batch.lastRejection();
        if (rejection != null) {
            for (int i = 1; i < batch.rejected(); i++) {
                source.exception();
            }
            source.exception(rejection, began);
        }
        long nextTimer = ruleTimers.next();
        for (int i = 0; i < batch.size(); i++) {
            long arrival = batch.arrivalMillis(i);
            if (arrival >= nextTimer) {
                fireTimers(arrival);
            }
            context.advanceTo(arrival);
            String error = batch.error(i);
            if (error == null) {
                pipeline.message(batch.row(i), batch.metadata(i));
            } else {
                pipeline.error(error);
            }
            nextTimer = ruleTimers.next();
        }
        long took = timers.clock().millis() - began;
        source.worked(began, 0);
        operatorCounters.forEach(counters -> counters.worked(began, took));
    }

    private void fireTimers(long untilMillis) {
        while (ruleTimers.next() <= untilMillis) {
            RuleTimers.Timer timer = ruleTimers.poll();
            if (timer != null) {
                context.advanceTo(timer.dueMillis());
                timer.action().run();
            }
        }
    }

    private void flush() {
        List<Emission> emissions = context.takeEmissions();
        if (!emissions.isEmpty()) {
            for (SinkDelivery delivery : deliveries) {
                delivery.offer(emissions, lossless);
            }
        }
    }

    /** Sees to it that the rule wakes when its next timer is due. */
    private void arm() {
        long due = ruleTimers.next();
        // The rule's clock may be a little behind the one that rang: then it is armed again.
        if (due != armedFor || rang) {
            rang = false;
            armed.cancel();
            armedFor = due;
            armed = due == Long.MAX_VALUE ? () -> {} : timers.at(due, this::ring);
        }
    }

    private void ring() {
        rang = true;
        wake();
    }
}
