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
import io.haumea.engine.schedule.Patience;
import io.haumea.engine.schedule.SerialTask;
import io.haumea.engine.schedule.Speed;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.engine.sink.DeliveryListener;
import io.haumea.engine.sink.SinkDelivery;
import io.haumea.engine.source.RowConsumer;
import io.haumea.engine.source.Weight;
import io.haumea.engine.work.WorkQueue;
import io.haumea.sdk.state.Cancellable;
import java.util.List;

/**
 * The actor that runs one rule: takes batches from its mailbox, moves the rule's time along their
 * arrival times so that timers come between messages where they belong, and hands results to the
 * actions. Never waits on a thread.
 */
final class RuleTask extends SerialTask implements RowConsumer, DeliveryListener {

    private static final int LEAST_CAPACITY = 4096;

    /** Rules on one live source share the batches that wait, so many cost little. */
    private static final int LEAST_CAPACITY_LIVE = 16_384;

    /** How long a rule that was stopped may go on with what waits. */
    private static final long LAST_MOMENTS_NANOS = 2_000_000_000L;

    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final long LOOK_AT_CLOCK_NANOS = 100_000;
    private static final int MOST_ROWS_WITHOUT_CLOCK = 64;

    private final Mailbox mailbox;
    private final RulePipeline pipeline;
    private final Feeds feeds;
    private final RuleContext context;
    private final WorkQueue work;
    private final RuleTimers ruleTimers;
    private final Timers timers;
    private final RuleEvents events;
    private final boolean lossless;
    private final List<NodeCounters> operatorCounters;
    private final List<NodeCounters> sourceCounters;
    private volatile List<SinkDelivery> deliveries = List.of();

    private final Speed speed = new Speed();
    private final Patience patience = new Patience(speed);

    /** How many rows of the first letter are done. */
    private int position;

    private int doneInSlice;
    private boolean broken;
    private boolean finished;
    private long armedFor = Long.MAX_VALUE;
    private Cancellable armed = () -> {};
    private volatile boolean waitsForActions;
    private volatile boolean stopping;
    private volatile long stoppedNanos;
    private volatile boolean rang;
    private volatile boolean alarmed;

    /** What the rule's owner hears. */
    interface RuleEvents {
        /** The rule's mailbox has room again. */
        void roomAgain();

        /** The rule can't go on. */
        void failed(Throwable cause);

        /** After {@link #stop}: everything accepted has been worked off. */
        void drained();
    }

    /**
     * What belongs to a rule's operators.
     *
     * @param pipeline the operators
     * @param feeds which inputs of the plan the messages of a source are for
     * @param context what the operators use
     * @param timers their timers
     */
    record Machinery(RulePipeline pipeline, Feeds feeds, RuleContext context, RuleTimers timers) {}

    RuleTask(
            Machinery machinery,
            int bufferLength,
            boolean lossless,
            List<NodeCounters> sourceCounters,
            Workers workers,
            Timers timers,
            RuleEvents events) {
        super(workers);
        int least = lossless ? LEAST_CAPACITY : LEAST_CAPACITY_LIVE;
        this.mailbox = new Mailbox(Math.max(least, bufferLength), Weight.limit());
        this.pipeline = machinery.pipeline();
        this.feeds = machinery.feeds();
        this.context = machinery.context();
        this.work = context.work();
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
        if (!mailbox.crowded()) {
            patience.caughtUp();
            return false;
        }
        return (active() || waitsForActions) && patience.lasts(mailbox.messages());
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

    /** Works off what was accepted, as far as there is time, and then does nothing any more. */
    void stop() {
        stoppedNanos = System.nanoTime();
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
        doneInSlice = 0;
        speed.begin(System.nanoTime());
        try {
            return workOff(deadlineNanos);
        } finally {
            speed.end(System.nanoTime(), doneInSlice);
        }
    }

    private boolean workOff(long deadlineNanos) {
        while (!finished && System.nanoTime() < deadlineNanos) {
            if (!stopping && mustWait()) {
                return false;
            }
            if (stopping && System.nanoTime() - stoppedNanos > LAST_MOMENTS_NANOS) {
                work.clear();
                dropAll();
            }
            if (!work.isEmpty()) {
                work.advance(deadlineNanos);
                flush();
                continue;
            }
            Mailbox.Letter letter = mailbox.peek();
            if (letter == null) {
                fireTimers(timers.clock().millis());
                flush();
                if (!work.isEmpty()) {
                    continue;
                }
                if (!stopping) {
                    arm();
                }
                return endIfStopping();
            }
            process(letter, deadlineNanos);
            flush();
            if (position == letter.batch().size()) {
                removeFirst();
            }
        }
        return !finished;
    }

    private void removeFirst() {
        position = 0;
        if (mailbox.remove()) {
            events.roomAgain();
        }
    }

    private void dropAll() {
        for (Mailbox.Letter letter = mailbox.peek(); letter != null; letter = mailbox.peek()) {
            int lost = position == 0 ? letter.lost() : letter.batch().size() - position;
            sourceCounters.get(letter.input()).dropped(lost);
            removeFirst();
        }
    }

    /**
     * Whether the actions had better get on first. A rule that may lose waits only for those that
     * are fast; what the others have no room for is dropped and counted there.
     */
    private boolean mustWait() {
        boolean waits = false;
        for (SinkDelivery delivery : deliveries) {
            waits |= lossless ? delivery.full() : delivery.crowded();
        }
        waitsForActions = waits;
        if (waits && !lossless) {
            // They wake this task when there is room again; the alarm is for one that gets stuck.
            alarm();
        }
        return waits;
    }

    private void alarm() {
        if (!alarmed) {
            alarmed = true;
            timers.at(
                    timers.clock().millis() + LOOK_AGAIN_MILLIS,
                    () -> {
                        alarmed = false;
                        wake();
                    });
        }
    }

    /** Works on the rows of a letter, on some at least, until the deadline. */
    private void process(Mailbox.Letter letter, long deadlineNanos) {
        DecodedBatch batch = letter.batch();
        long began = timers.clock().millis();
        NodeCounters source = sourceCounters.get(letter.input());
        if (position == 0) {
            countRejected(batch, source, began);
        }
        int from = position;
        int look = rowsWithoutClock();
        do {
            int to = Math.min(batch.size(), position + look);
            processRows(letter, to);
        } while (work.isEmpty() && position < batch.size() && System.nanoTime() < deadlineNanos);
        int done = position - from;
        doneInSlice += done;
        source.in(done);
        source.out(done);
        long took = timers.clock().millis() - began;
        source.worked(began, 0);
        for (NodeCounters counters : operatorCounters) {
            counters.worked(began, took);
        }
    }

    /** Few for a rule whose rows take long, so that its slices don't. */
    private int rowsWithoutClock() {
        long rows = LOOK_AT_CLOCK_NANOS / Math.max(1, speed.nanosPerRow());
        return (int) Math.max(1, Math.min(MOST_ROWS_WITHOUT_CLOCK, rows));
    }

    private static void countRejected(DecodedBatch batch, NodeCounters source, long nowMillis) {
        String rejection = batch.lastRejection();
        if (rejection != null) {
            for (int i = 1; i < batch.rejected(); i++) {
                source.exception();
            }
            source.exception(rejection, nowMillis);
        }
    }

    private void processRows(Mailbox.Letter letter, int to) {
        DecodedBatch batch = letter.batch();
        int[] inputs = feeds.inputsOf(letter.input());
        long nextTimer = ruleTimers.next();
        for (int i = position; i < to && work.isEmpty(); i++) {
            long arrival = batch.arrivalMillis(i);
            if (arrival >= nextTimer) {
                fireTimers(arrival);
                if (!work.isEmpty()) {
                    return;
                }
            }
            context.advanceTo(arrival);
            position = i + 1;
            String error = batch.error(i);
            for (int input : inputs) {
                if (error == null) {
                    pipeline.message(input, batch.row(i), batch.metadata(i));
                } else {
                    pipeline.error(input, error);
                }
            }
            nextTimer = ruleTimers.next();
        }
    }

    private void fireTimers(long untilMillis) {
        while (work.isEmpty() && ruleTimers.next() <= untilMillis) {
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
