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
package io.haumea.mqtt;

import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.PluginContext;
import io.haumea.sdk.state.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection up: tries until it works, with pauses of 1 s that double up to a limit, and
 * again when it is lost; tells each step as status. One attempt at a time. Thread-safe.
 */
final class Reconnect {

    /** Makes the connection, and whatever else has to be done for it to be of use. */
    @FunctionalInterface
    interface Attempt {
        /**
         * Blocks until it is done.
         *
         * @throws BrokerException if it failed and is to be tried again
         */
        void run() throws BrokerException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Reconnect.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final PluginContext context;
    private final Duration longestPause;
    private final Attempt attempt;

    // Guarded by this.
    private Duration pause = FIRST_PAUSE;
    private boolean closed;
    private boolean trying;
    private @Nullable BrokerException lostMeanwhile;
    private @Nullable Cancellable planned;

    Reconnect(PluginContext context, Duration longestPause, Attempt attempt) {
        this.context = context;
        this.longestPause = longestPause;
        this.attempt = attempt;
    }

    /** Begins to try, in the background. */
    void start(String where) {
        context.status(Status.connecting("to " + where));
        context.executor().execute(this::tryNow);
    }

    /**
     * Makes one attempt on this thread, with nothing planned if it fails.
     *
     * @throws BrokerException if it failed
     */
    void tryOnce() throws BrokerException {
        synchronized (this) {
            trying = true;
        }
        try {
            attempt.run();
        } catch (BrokerException e) {
            close();
            throw e;
        }
        ended(null);
    }

    /** The connection is gone; it is made again after a pause. */
    synchronized void lost(BrokerException cause) {
        if (trying) {
            // Lost before the attempt could say that it worked: its end deals with it.
            lostMeanwhile = cause;
        } else if (planned == null) {
            plan(cause.reason());
        }
    }

    /** Tries no more. An attempt under way goes on, and has to look for itself. */
    synchronized void close() {
        closed = true;
        if (planned != null) {
            planned.cancel();
            planned = null;
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the thread's boundary: without it, no further attempt
    private void tryNow() {
        synchronized (this) {
            planned = null;
            if (closed) {
                return;
            }
            trying = true;
            lostMeanwhile = null;
        }
        try {
            attempt.run();
            ended(null);
        } catch (BrokerException e) {
            LOG.debug("No connection", e);
            ended(e.reason());
        } catch (RuntimeException e) {
            LOG.warn("An attempt to connect failed unexpectedly", e);
            ended(e.toString());
        }
    }

    private synchronized void ended(@Nullable String failure) {
        trying = false;
        if (failure != null) {
            plan(failure);
        } else if (lostMeanwhile != null) {
            plan(lostMeanwhile.reason());
        } else if (!closed) {
            pause = FIRST_PAUSE;
            context.status(Status.connected());
        }
    }

    private void plan(String reason) {
        if (closed) {
            return;
        }
        Duration now = pause.compareTo(longestPause) < 0 ? pause : longestPause;
        pause = now.multipliedBy(2);
        context.status(Status.disconnected(reason + "; next try in " + now.toSeconds() + " s"));
        planned = context.after(now, this::tryNow);
    }
}
