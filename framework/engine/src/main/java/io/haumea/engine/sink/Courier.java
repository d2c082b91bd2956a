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
import io.haumea.engine.schedule.Timers;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.state.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries deliveries to a sink, one at a time. Runs on a thread of the plugin while there is
 * something to do; holds none while it waits to try again or for an asynchronous answer.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long LAST_MOMENTS_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 2_500;
    private static final long LONGEST_OPEN_PAUSE = 30_000;

    private final Sink sink;
    private final InstanceContext context;
    private final Outbox outbox;
    private final ActionOptions options;
    private final NodeCounters counters;
    private final DeliveryListener listener;
    private final Timers timers;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /** What is under way; touched by the running thread alone. */
    private final Parcels parcels;

    private boolean open;
    private boolean hopeless;
    private String absence = "";
    private long openPause;

    /** Guarded by this. */
    private State state = State.NEW;

    private boolean ending;
    private boolean abandoned;
    private boolean awaitsAnswer;

    /** Something came while a run was about to wait for it. */
    private boolean again;

    private @Nullable Thread runner;

    private enum State {
        /** Not begun. */
        NEW,
        /** Nothing to do. */
        IDLE,
        /** A thread is at it, or will be at once. */
        RUNNING,
        /** Waits to try again, or for an answer. */
        WAITING,
        /** The sink is closed. */
        ENDED
    }

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
        state = State.RUNNING;
        context.executor().execute(this::run);
    }

    /** There is something in the outbox. */
    synchronized void awake() {
        if (state == State.IDLE) {
            state = State.RUNNING;
            context.executor().execute(this::run);
        }
    }

    synchronized boolean gettingOn() {
        return state == State.RUNNING;
    }

    /**
     * Ends after what waits, or when that takes too long: then the sink is interrupted, and soon
     * after left to itself.
     */
    CompletableFuture<@Nullable Void> end() {
        synchronized (this) {
            ending = true;
            if (state == State.NEW) {
                state = State.ENDED;
                context.close();
                ended.complete(null);
                return ended;
            }
            boolean retries = state == State.WAITING && !awaitsAnswer;
            if (state == State.IDLE || retries) {
                state = State.RUNNING;
                context.executor().execute(this::run);
            }
        }
        // Not on the plugin's threads, as they may all be stuck.
        long now = timers.clock().millis();
        timers.at(now + LAST_MOMENTS_MILLIS, this::abandon);
        timers.at(now + PATIENCE_MILLIS, this::giveUp);
        return ended;
    }

    private synchronized void abandon() {
        abandoned = true;
        awaitsAnswer = false;
        if (runner != null) {
            runner.interrupt();
        } else {
            resume();
        }
    }

    private void giveUp() {
        if (!ended.isDone()) {
            LOG.warn("The sink {} does not end; it is left to itself", context.instanceName());
            ended.complete(null);
        }
    }

    private void run() {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            runner = Thread.currentThread();
        }
        boolean waits = false;
        try {
            waits = mayGoOn() && (!ensureOpen() || !deliverAll());
        } finally {
            leave(waits);
        }
    }

    /** Decides what comes after a run. */
    private void leave(boolean waits) {
        boolean close = false;
        synchronized (this) {
            forgetRunner();
            boolean standsStill = waits && !again;
            boolean nothingToDo = waits ? standsStill && !awaitsAnswer : outbox.isEmpty();
            again = false;
            if (abandoned || (ending && nothingToDo)) {
                close = state != State.ENDED;
                state = State.ENDED;
            } else if (standsStill) {
                state = State.WAITING;
            } else if (waits || !outbox.isEmpty()) {
                context.executor().execute(this::run);
            } else {
                state = State.IDLE;
            }
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

    private synchronized void resume() {
        if (state == State.WAITING) {
            state = State.RUNNING;
            context.executor().execute(this::run);
        } else if (state == State.RUNNING) {
            again = true;
        }
    }

    private synchronized boolean mayGoOn() {
        return !abandoned;
    }

    private boolean ensureOpen() {
        if (open || hopeless) {
            return open;
        }
        try {
            sink.open((SinkContext) context);
            open = true;
            // What the sink itself has told stays.
            String told = context.statusText();
            if (told.isEmpty() || told.equals(absence)) {
                context.status(Status.connected());
            }
            return true;
        } catch (Throwable e) {
            note(e);
            if (!retryable(e)) {
                hopeless = true;
                context.status(Status.disconnected(text(e)));
                listener.sinkFailed(e);
                return false;
            }
            openPause = Math.min(LONGEST_OPEN_PAUSE, Math.max(1_000, openPause * 2));
            context.status(
                    Status.disconnected(text(e) + "; next try in " + openPause / 1000 + " s"));
            absence = context.statusText();
            context.after(Duration.ofMillis(openPause), this::resume);
            return false;
        }
    }

    /** Delivers until the outbox is empty; false if it has to wait. */
    private boolean deliverAll() {
        while (mayGoOn()) {
            RenderedDelivery delivery = parcels.next();
            if (delivery == null) {
                return true;
            }
            if (!deliver(delivery)) {
                return false;
            }
        }
        return true;
    }

    private void deliveryDone(boolean sent) {
        parcels.done();
        if (sent) {
            counters.out(1);
        }
    }

    /** The boundary to a plugin's code: whatever it throws is an error of this delivery alone. */
    private boolean deliver(RenderedDelivery delivery) {
        long began = context.clock().millis();
        try {
            if (sink instanceof AsyncSink async) {
                return sendAsync(async, delivery, began);
            }
            sink.send(delivery);
        } catch (Throwable e) {
            return failed(e);
        }
        counters.worked(began, context.clock().millis() - began);
        deliveryDone(true);
        return true;
    }

    /** Goes on at once if the answer is there, else when it comes. */
    private boolean sendAsync(AsyncSink async, RenderedDelivery delivery, long began)
            throws Exception {
        CompletableFuture<@Nullable Void> answer = async.sendAsync(delivery).toCompletableFuture();
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            counters.worked(began, context.clock().millis() - began);
            deliveryDone(true);
            return true;
        }
        synchronized (this) {
            awaitsAnswer = true;
        }
        CompletableFuture<?> unused =
                answer.whenComplete(
                        (nothing, error) ->
                                context.executor().execute(() -> answered(error, began)));
        return false;
    }

    private void answered(@Nullable Throwable error, long began) {
        synchronized (this) {
            if (!awaitsAnswer) {
                return;
            }
            awaitsAnswer = false;
        }
        if (error == null) {
            counters.worked(began, context.clock().millis() - began);
            deliveryDone(true);
            resume();
            return;
        }
        Throwable cause =
                error instanceof CompletionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        if (failed(cause)) {
            resume();
        }
    }

    /** After a failure: false if it is to be tried again later, true if it is given up. */
    private boolean failed(Throwable e) {
        note(e);
        // An interrupt of the plugin's own must not hit the next delivery too.
        Thread.interrupted();
        if (!mayGoOn()) {
            return false;
        }
        if (!retryable(e) || options.retryInterval() <= 0) {
            deliveryDone(false);
            return true;
        }
        context.after(Duration.ofMillis(options.retryInterval()), this::resume);
        return false;
    }

    private void note(Throwable e) {
        counters.exception(text(e), context.clock().millis());
        LOG.debug("Delivery failed", e);
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
        int lost = outbox.clear() + parcels.undelivered();
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
