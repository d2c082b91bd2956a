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

import io.haumea.engine.operator.Emission;
import io.haumea.engine.plugin.InstanceContext;
import io.haumea.engine.rule.NodeCounters;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.state.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);
    private static final long LONGEST_OPEN_PAUSE = 30_000;

    private final Sink sink;
    private final InstanceContext context;
    private final Outbox outbox;
    private final NodeCounters counters;
    private final Rendering rendering;
    private final ActionOptions options;
    private final DeliveryListener listener;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /** What is under way; touched by the running thread alone. */
    private final Deque<Emission> emissions = new ArrayDeque<>();

    private final Deque<RenderedDelivery> deliveries = new ArrayDeque<>();
    private boolean open;
    private boolean hopeless;
    private long openPause;

    /** Guarded by this. */
    private State state = State.NEW;

    private boolean ending;
    private boolean abandoned;
    private boolean awaitsAnswer;
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

    Courier(
            Sink sink,
            InstanceContext context,
            Outbox outbox,
            NodeCounters counters,
            Rendering rendering,
            ActionOptions options,
            DeliveryListener listener) {
        this.sink = sink;
        this.context = context;
        this.outbox = outbox;
        this.counters = counters;
        this.rendering = rendering;
        this.options = options;
        this.listener = listener;
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

    /** Ends after what waits, or when that takes too long. */
    CompletableFuture<@Nullable Void> end() {
        synchronized (this) {
            ending = true;
            if (state == State.NEW) {
                state = State.ENDED;
                context.executor().execute(this::close);
                return ended;
            }
            boolean retries = state == State.WAITING && !awaitsAnswer;
            if (state == State.IDLE || retries) {
                state = State.RUNNING;
                context.executor().execute(this::run);
            }
        }
        context.after(LAST_MOMENTS, this::abandon);
        return ended;
    }

    private synchronized void abandon() {
        abandoned = true;
        awaitsAnswer = false;
        if (state == State.WAITING) {
            resume();
        } else if (runner != null && state == State.RUNNING) {
            runner.interrupt();
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
            runner = null;
            // An interrupt was meant for this run alone, not for what the thread does next.
            Thread.interrupted();
            if (ending && (waits || outbox.isEmpty() || abandoned)) {
                close = state != State.ENDED;
                state = State.ENDED;
            } else if (waits) {
                state = State.WAITING;
            } else if (!outbox.isEmpty()) {
                context.executor().execute(this::run);
            } else {
                state = State.IDLE;
            }
        }
        if (close) {
            close();
        }
    }

    private synchronized void resume() {
        if (state == State.WAITING) {
            state = State.RUNNING;
            context.executor().execute(this::run);
        }
    }

    private synchronized boolean mayGoOn() {
        return !abandoned;
    }

    @SuppressWarnings("CatchingUnchecked") // the boundary to a plugin's code
    private boolean ensureOpen() {
        if (open || hopeless) {
            return open;
        }
        try {
            sink.open((SinkContext) context);
            open = true;
            if (context.statusText().isEmpty()) {
                context.status(Status.connected());
            }
            return true;
        } catch (Exception | LinkageError e) {
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
            context.after(Duration.ofMillis(openPause), this::resume);
            return false;
        }
    }

    /** Delivers until the outbox is empty; false if it has to wait. */
    private boolean deliverAll() {
        while (mayGoOn()) {
            RenderedDelivery delivery = next();
            if (delivery == null) {
                return true;
            }
            if (!deliver(delivery)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable RenderedDelivery next() {
        while (deliveries.isEmpty()) {
            if (emissions.isEmpty()) {
                emissions.addAll(outbox.take());
            }
            Emission emission = emissions.peek();
            if (emission == null) {
                return null;
            }
            List<RenderedDelivery> rendered = rendering.render(emission);
            deliveries.addAll(rendered);
            if (rendered.isEmpty()) {
                emissionDone();
            }
        }
        return deliveries.peek();
    }

    private void deliveryDone(boolean sent) {
        deliveries.remove();
        if (sent) {
            counters.out(1);
        }
        if (deliveries.isEmpty()) {
            emissionDone();
        }
    }

    private void emissionDone() {
        emissions.remove();
        if (outbox.done()) {
            listener.roomAgain();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the boundary to a plugin's code
    private boolean deliver(RenderedDelivery delivery) {
        long began = context.clock().millis();
        try {
            if (sink instanceof AsyncSink async) {
                return sendAsync(async, delivery, began);
            }
            sink.send(delivery);
        } catch (Exception | LinkageError e) {
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
        if (e instanceof InterruptedException) {
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
        return e instanceof HaumeaException known ? known.retryable() : e instanceof IOException;
    }

    @SuppressWarnings("CatchingUnchecked") // the boundary to a plugin's code
    private void close() {
        int lost = outbox.clear() + emissions.size();
        if (lost > 0) {
            LOG.info("{} results that could not be delivered are dropped", lost);
        }
        try {
            sink.close();
        } catch (Exception | LinkageError e) {
            LOG.warn("A sink did not close cleanly", e);
        } finally {
            context.close();
            ended.complete(null);
        }
    }
}
