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
package io.haumea.engine.window;

import io.haumea.engine.state.LongState;
import io.haumea.engine.state.StateSite;
import io.haumea.sql.plan.WindowTime;

/**
 * How far time has come in the messages: the latest time of the stream that is farthest behind,
 * less the late tolerance. It never goes back.
 */
public final class Watermark {

    private static final long UNSEEN = Long.MIN_VALUE;

    private final WindowTime.Event time;
    private final StateSite site;
    private final LongState reached;
    private final LongState[] latest;
    private final LongState[] heard;
    private Runnable advanced = () -> {};
    private boolean waiting;

    /**
     * A watermark at the epoch.
     *
     * @param time late tolerance and idle timeout
     * @param inputs of how many streams messages come
     * @param site where it is kept
     */
    public Watermark(WindowTime.Event time, int inputs, StateSite site) {
        this.time = time;
        this.site = site;
        this.reached = site.longState("watermark", 0);
        this.latest = new LongState[inputs];
        this.heard = new LongState[inputs];
        for (int i = 0; i < inputs; i++) {
            latest[i] = site.longState("latest" + i, UNSEEN);
            heard[i] = site.longState("heard" + i, site.startMillis());
        }
        waitForSilence();
    }

    /** Runs something when the watermark advances without a message, because of a silent stream. */
    void whenAdvancedBySilence(Runnable action) {
        advanced = action;
    }

    /** How far time has come, in ms since the epoch. */
    public long millis() {
        return reached.get();
    }

    /**
     * Sees the time of a message.
     *
     * @param input the stream that it is of
     * @param millis its time
     * @return whether it comes in time for its windows
     */
    public boolean see(int input, long millis) {
        heard[input].set(site.nowMillis());
        latest[input].set(Math.max(latest[input].get(), millis));
        waitForSilence();
        return millis >= reached.get();
    }

    /**
     * Moves on as far as messages allow.
     *
     * @return whether that is any farther than before
     */
    public boolean advance() {
        long target = target();
        if (target == UNSEEN || target <= reached.get()) {
            return false;
        }
        reached.set(target);
        return true;
    }

    private long target() {
        long behind = Long.MAX_VALUE;
        long ahead = UNSEEN;
        boolean allSilent = true;
        for (int i = 0; i < latest.length; i++) {
            long millis = latest[i].get();
            ahead = Math.max(ahead, millis);
            if (!silent(i)) {
                allSilent = false;
                behind = Math.min(behind, millis);
            }
        }
        long millis = allSilent ? ahead : behind;
        long tolerance = time.lateToleranceMillis();
        return millis < UNSEEN + tolerance ? UNSEEN : millis - tolerance;
    }

    private boolean mayFallSilent() {
        return time.idleTimeoutMillis() > 0 && latest.length > 1;
    }

    private boolean silent(int input) {
        return mayFallSilent() && site.nowMillis() - heard[input].get() >= time.idleTimeoutMillis();
    }

    /** One timer is enough: it is set for the stream that will be silent next. */
    private void waitForSilence() {
        if (!mayFallSilent() || waiting) {
            return;
        }
        long next = Long.MAX_VALUE;
        for (int i = 0; i < heard.length; i++) {
            if (!silent(i)) {
                next = Math.min(next, heard[i].get() + time.idleTimeoutMillis());
            }
        }
        if (next != Long.MAX_VALUE) {
            waiting = true;
            site.timer(
                    next,
                    () -> {
                        waiting = false;
                        if (advance()) {
                            advanced.run();
                        }
                        waitForSilence();
                    });
        }
    }
}
