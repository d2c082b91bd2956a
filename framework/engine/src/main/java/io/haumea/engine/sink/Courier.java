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

import io.haumea.engine.plugin.InstanceContext;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.engine.schedule.Patience;
import io.haumea.engine.schedule.Speed;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.sink.InFlight.Answer;
import io.haumea.engine.sink.InFlight.Flight;
import io.haumea.engine.sink.Parcels.Parcel;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.state.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries deliveries to a sink, in order: one at a time, or as many at once as an asynchronous sink
 * takes. Runs on a thread of the plugin while there is something to hand out; holds none while it
 * waits to try again or for an answer.
 *
 * <p>Whatever happens is noted under the monitor, and then {@link #schedule} decides whether there
 * is something to do. A run does the same when it ends, so nothing that happens meanwhile is
 * missed.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long LAST_MOMENTS_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 2_500;
    private static final long LONGEST_OPEN_PAUSE = 30_000;

    /** A sink whose last answer is older is not getting on. */
    private static final long STANDSTILL_MILLIS = 50;

    private final Sink sink;
    private final InstanceContext context;
    private final Outbox outbox;
    private final ActionOptions options;
    private final NodeCounters counters;
    private final DeliveryListener listener;
    private final Timers timers;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /** Rendered by the running thread alone. */
    private final Parcels parcels;

    private String absence = "";
    private long openPause;

    /** Guarded by this, as all below. */
    private InFlight inFlight = new InFlight(1);

    private boolean begun;
    private boolean open;

    /** The sink can never be opened. */
    private boolean hopeless;

    /** Waits for a point in time before the next try. */
    private boolean paused;

    private boolean ending;

    /** What waits can't be delivered before the end. */
    private boolean abandoned;

    private boolean closed;

    /** A thread is at it, or will be at once. */
    private boolean running;

    private @Nullable Thread runner;
    private long lastAnswerMillis;
    private final Speed speed = new Speed();
    private final Patience patience = new Patience(speed);

    /** What a courier deals with beside its sink. */
    record Surroundings(NodeCounters counters, DeliveryListener listener, Timers timers) {}

    Courier(
            Sink sink,
            InstanceContext context,
            Outbox outbox,
            Rendering rendering,
            ActionOptions options,
            Surroundings surroundings) {
        this.sink = sink;
        this.context = context;
        this.outbox = outbox;
        this.options = options;
        this.counters = surroundings.counters();
        this.listener = surroundings.listener();
        this.timers = surroundings.timers();
        this.parcels = new Parcels(outbox, rendering, listener::roomAgain, this::note);
    }

    synchronized void begin() {
        begun = true;
        schedule();
    }

    /** There is something in the outbox. */
    synchronized void awake() {
        schedule();
    }

    /**
     * Whether it is worth it to wait, as the sink works on what it was handed.
     *
     * @param waiting how many results wait
     */
    synchronized boolean gettingOn(int waiting) {
        boolean works =
                running
                        || (inFlight.awaitsAnswer()
                                && timers.clock().millis() - lastAnswerMillis < STANDSTILL_MILLIS);
        return works && patience.lasts(waiting);
    }

    /** Little waits. */
    void caughtUp() {
        patience.caughtUp();
    }

    /**
     * Ends after what waits, or when that takes too long: then the sink is interrupted, and soon
     * after left to itself.
     */
    CompletableFuture<@Nullable Void> end() {
        synchronized (this) {
            ending = true;
            if (!begun) {
                closed = true;
                context.close();
                ended.complete(null);
                return ended;
            }
            paused = false;
            schedule();
        }
        // Not on the plugin's threads, as they may all be stuck.
        long now = timers.clock().millis();
        timers.at(now + LAST_MOMENTS_MILLIS, this::abandon);
        timers.at(now + PATIENCE_MILLIS, this::giveUp);
        return ended;
    }

    private synchronized void abandon() {
        abandoned = true;
        if (runner != null) {
            runner.interrupt();
        }
        schedule();
    }

    private void giveUp() {
        if (!ended.isDone()) {
            LOG.warn("The sink {} does not end; it is left to itself", context.instanceName());
            ended.complete(null);
        }
    }

    private synchronized void schedule() {
        if (!running && hasWork()) {
            running = true;
            speed.begin();
            context.executor().execute(this::run);
        }
    }

    private boolean hasWork() {
        if (!begun || closed) {
            return false;
        }
        return mustClose() || (!paused && !hopeless && (!open || mayHandOut()));
    }

    private boolean mustClose() {
        return abandoned || (ending && (hopeless || (inFlight.isEmpty() && parcels.isEmpty())));
    }

    private boolean mayHandOut() {
        return inFlight.admits() && (inFlight.hasAgain() || !parcels.isEmpty());
    }

    private void run() {
        synchronized (this) {
            runner = Thread.currentThread();
        }
        try {
            if (mayGoOn() && ensureOpen()) {
                handOutAll();
            }
        } finally {
            leave();
        }
    }

    private void leave() {
        boolean close;
        synchronized (this) {
            forgetRunner();
            close = mustClose() && !closed;
            closed |= close;
            running = false;
            schedule();
            rest();
        }
        if (close) {
            close();
        }
    }

    /** An interrupt was meant for this run alone, not for what the thread does next. */
    private synchronized void forgetRunner() {
        runner = null;
        Thread.interrupted();
    }

    private synchronized boolean mayGoOn() {
        return !abandoned;
    }

    /** Has the next try made after a pause; a courier that ends has no time for that. */
    private synchronized void pause(long millis) {
        if (ending) {
            abandoned = true;
            return;
        }
        paused = true;
        context.after(Duration.ofMillis(millis), this::resume);
    }

    private synchronized void resume() {
        paused = false;
        schedule();
    }

    private boolean ensureOpen() {
        synchronized (this) {
            if (open || hopeless) {
                return open;
            }
        }
        try {
            sink.open((SinkContext) context);
            opened(sink instanceof AsyncSink async ? async.maxInFlight() : 1);
            return true;
        } catch (Throwable e) {
            note(e);
            if (!retryable(e)) {
                fail(e);
                return false;
            }
            openPause = Math.min(LONGEST_OPEN_PAUSE, Math.max(1_000, openPause * 2));
            context.status(
                    Status.disconnected(text(e) + "; next try in " + openPause / 1000 + " s"));
            absence = context.statusText();
            pause(openPause);
            return false;
        }
    }

    private void opened(int maxInFlight) {
        synchronized (this) {
            open = true;
            inFlight = new InFlight(Math.max(1, maxInFlight));
        }
        // What the sink itself has told stays.
        String told = context.statusText();
        if (told.isEmpty() || told.equals(absence)) {
            context.status(Status.connected());
        }
    }

    private void fail(Throwable e) {
        synchronized (this) {
            hopeless = true;
        }
        context.status(Status.disconnected(text(e)));
        listener.sinkFailed(e);
    }

    /** Hands out until nothing waits, or the sink must answer first. */
    private void handOutAll() {
        Flight flight = next();
        while (flight != null) {
            handOut(flight);
            flight = next();
        }
    }

    private @Nullable Flight next() {
        synchronized (this) {
            if (abandoned || paused || !inFlight.admits()) {
                return null;
            }
            Parcel again = inFlight.pollAgain();
            if (again != null) {
                return inFlight.begin(again, context.clock().millis());
            }
        }
        // Rendering takes time, and answers must not wait for it.
        Parcel parcel = parcels.poll();
        return parcel == null ? null : begin(parcel);
    }

    /** Meanwhile an earlier one may have failed, which then goes first. */
    private synchronized @Nullable Flight begin(Parcel parcel) {
        if (paused || !inFlight.admits() || inFlight.hasAgain()) {
            inFlight.putBack(parcel);
            return null;
        }
        return inFlight.begin(parcel, context.clock().millis());
    }

    /** The boundary to a plugin's code: whatever it throws is an error of this delivery alone. */
    private void handOut(Flight flight) {
        RenderedDelivery delivery = flight.parcel().delivery();
        try {
            if (sink instanceof AsyncSink async) {
                CompletionStage<@Nullable Void> answer = async.sendAsync(delivery);
                CompletionStage<?> unused =
                        answer.whenComplete((nothing, error) -> answered(flight, error));
            } else {
                sink.send(delivery);
                answered(flight, null);
            }
        } catch (Throwable e) {
            answered(flight, e);
            // An interrupt of the plugin's own must not hit the next delivery too.
            Thread.interrupted();
        }
    }

    /** On any thread; hands out nothing itself, so that answers given at once nest no calls. */
    private synchronized void answered(Flight flight, @Nullable Throwable error) {
        if (closed || !inFlight.answer(flight, answer(error))) {
            return;
        }
        long now = context.clock().millis();
        lastAnswerMillis = now;
        if (error == null) {
            counters.worked(flight.beganMillis(), now - flight.beganMillis());
        } else {
            note(cause(error));
        }
        for (Flight done = inFlight.pollDone(); done != null; done = inFlight.pollDone()) {
            if (done.sent()) {
                counters.out(1);
            }
            parcels.done(done.parcel());
        }
        if (inFlight.turnBack()) {
            pause(options.retryInterval());
        }
        speed.row();
        schedule();
        rest();
    }

    private void rest() {
        if (!running && inFlight.isEmpty()) {
            speed.end();
        }
    }

    private Answer answer(@Nullable Throwable error) {
        if (error == null) {
            return Answer.SENT;
        }
        boolean tryAgain = options.retryInterval() > 0 && retryable(cause(error));
        return tryAgain ? Answer.FAILED : Answer.GIVEN_UP;
    }

    private synchronized void note(Throwable e) {
        counters.exception(text(e), context.clock().millis());
        LOG.debug("Delivery failed", e);
    }

    private static Throwable cause(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    private static String text(Throwable e) {
        return e instanceof HaumeaException ? String.valueOf(e.getMessage()) : e.toString();
    }

    private static boolean retryable(Throwable e) {
        return e instanceof HaumeaException known
                ? known.retryable()
                : e instanceof IOException || e instanceof InterruptedException;
    }

    private void close() {
        int lost = outbox.clear();
        if (lost > 0) {
            LOG.info("{} results that could not be delivered are dropped", lost);
        }
        synchronized (this) {
            runner = Thread.currentThread();
        }
        try {
            sink.close();
        } catch (Throwable e) {
            LOG.warn("A sink did not close cleanly", e);
        } finally {
            forgetRunner();
            context.close();
            ended.complete(null);
        }
    }
}
