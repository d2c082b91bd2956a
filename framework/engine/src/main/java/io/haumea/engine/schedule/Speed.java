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
package io.haumea.engine.schedule;

/**
 * How fast somebody who works off rows has been lately, counting only the time in which a thread
 * was at it: so one that had to wait for others is not slow. Who brings the rows lets one that is
 * fast but behind work first, so that a burst is not lost to the order in which threads run, and
 * never waits for one that is slow. Written by one thread at a time, read by any.
 */
public final class Speed {

    private static final long IDLE = 0;
    private static final long MOMENT_NANOS = 50_000_000;
    private static final long STUCK_NANOS = 500_000_000;

    private static final int ROWS_WITHOUT_CLOCK = 16;

    /** However much waits, it need not take longer than this to work off so much of it. */
    private static final int SOME_ROWS = 4096;

    private int uncounted;
    private long nanos;
    private long rows;
    private volatile long nanosPerRow;
    private volatile long began = IDLE;

    /** Not known yet, so fast. */
    public Speed() {}

    /**
     * A piece of work begins, unless it has begun already.
     *
     * @param now by {@link System#nanoTime}
     */
    public void begin(long now) {
        if (began == IDLE) {
            began = now == IDLE ? 1 : now;
        }
    }

    /** A piece of work begins now, unless it has begun already. */
    public void begin() {
        begin(System.nanoTime());
    }

    /** One row more is done, and the work goes on; looks at the clock every now and then. */
    public void row() {
        uncounted++;
        if (uncounted == ROWS_WITHOUT_CLOCK) {
            long now = System.nanoTime();
            end(now, 0);
            begin(now);
        }
    }

    /**
     * The piece of work ends.
     *
     * @param now by {@link System#nanoTime}
     * @param more how many rows it was, beside those of {@link #row}
     */
    public void end(long now, int more) {
        int done = uncounted + more;
        uncounted = 0;
        if (done > 0 && began != IDLE) {
            // What was before counts half, by rows: one slow row among fast ones passes quickly.
            nanos = nanos / 2 + (now - began);
            rows = rows / 2 + done;
            nanosPerRow = nanos / rows;
        }
        began = IDLE;
    }

    /** The piece of work ends now; its rows were those of {@link #row}. */
    public void end() {
        end(System.nanoTime(), 0);
    }

    /** How long a row takes; 0 if that is not known yet. */
    public long nanosPerRow() {
        return nanosPerRow;
    }

    /**
     * Whether what waits would be worked off in a moment (50 ms, or 12 µs for each row where much
     * waits), and nobody is stuck in a row.
     *
     * @param waiting how many rows wait
     * @param now by {@link System#nanoTime}
     */
    public boolean fast(int waiting, long now) {
        long since = began;
        boolean stuck = since != IDLE && now - since > STUCK_NANOS;
        return !stuck && Math.min(waiting, SOME_ROWS) * nanosPerRow < MOMENT_NANOS;
    }
}
