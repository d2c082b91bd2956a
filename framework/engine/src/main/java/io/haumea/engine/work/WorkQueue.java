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
package io.haumea.engine.work;

import io.haumea.engine.expression.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The work that a rule has begun. Little work is done when it begins; the rest waits to be done in
 * portions. What work begins at its end is done before what waits behind it. Used by the rule's
 * thread alone.
 */
public final class WorkQueue {

    private static final int MOST_STEPS = 64;
    private static final long PORTION_NANOS = 100_000;

    private final Deque<Work> waiting = new ArrayDeque<>(2);
    private boolean working;

    /** How many steps are done without a look at the clock. */
    private int portion = MOST_STEPS;

    private record Work(Steps steps, Runnable then, Consumer<EvaluationException> failed) {}

    /** Nothing to do. */
    public WorkQueue() {}

    /**
     * Begins work. Nobody may count on its being done, or not done, when this returns.
     *
     * @param steps the work
     * @param then runs when all steps are done; may begin one more work
     * @param failed runs instead when a step fails
     */
    public void begin(Steps steps, Runnable then, Consumer<EvaluationException> failed) {
        Work work = new Work(steps, then, failed);
        if (!working && !waiting.isEmpty()) {
            waiting.addLast(work);
        } else if (!advance(work)) {
            waiting.addFirst(work);
        }
    }

    /** Whether all work is done. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Forgets all work. */
    public void clear() {
        waiting.clear();
    }

    /**
     * Goes on with the work until it is done or about the deadline.
     *
     * @param deadlineNanos by {@link System#nanoTime}
     */
    public void advance(long deadlineNanos) {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && now < deadlineNanos) {
            Work work = waiting.removeFirst();
            if (!advance(work)) {
                waiting.addFirst(work);
            }
            long before = now;
            now = System.nanoTime();
            adapt(now - before);
        }
    }

    private void adapt(long nanos) {
        if (nanos > PORTION_NANOS) {
            portion = Math.max(1, portion / 2);
        } else if (nanos < PORTION_NANOS / 4) {
            portion = Math.min(MOST_STEPS, 2 * portion);
        }
    }

    /** Does a portion of some work; returns whether it is done. */
    private boolean advance(Work work) {
        boolean outer = working;
        working = true;
        try {
            return done(work);
        } finally {
            working = outer;
        }
    }

    private boolean done(Work work) {
        try {
            for (int i = 0; i < portion; i++) {
                if (!work.steps().next()) {
                    break;
                }
                if (i == portion - 1) {
                    return false;
                }
            }
        } catch (EvaluationException e) {
            work.failed().accept(e);
            return true;
        }
        work.then().run();
        return true;
    }
}
