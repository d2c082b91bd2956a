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
package io.haumea.rest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * A request's body whose reading fails when the client sends more than it may, or so slowly that it
 * would keep a thread of the server for itself. Whoever has read it asks {@link #check} then, which
 * tells that failure from others.
 */
public final class LimitedBody extends FilterInputStream {

    private static final long TIME_LIMIT_SECONDS = 15;

    private final long limit;
    private final long deadlineNanos;
    private final boolean timed;
    private long count;
    private boolean late;

    /**
     * Limits a body.
     *
     * @param in the body
     * @param limit the most it may hold, in bytes
     * @param timed whether it has to be there within 15 s
     */
    public LimitedBody(InputStream in, long limit, boolean timed) {
        super(in);
        this.limit = limit;
        this.timed = timed;
        this.deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIME_LIMIT_SECONDS);
    }

    @Override
    public int read() throws IOException {
        checkOpen();
        int value = super.read();
        if (value >= 0) {
            count++;
            checkOpen();
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        checkOpen();
        int read = super.read(buffer, offset, (int) Math.min(length, limit + 1 - count));
        if (read > 0) {
            count += read;
            checkOpen();
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = 0;
        while (skipped < n && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    /**
     * Refuses a body that was too large or too slow.
     *
     * @throws RequestRefused if it was
     */
    public void check() throws RequestRefused {
        if (count > limit) {
            throw new RequestRefused(
                    413, "The request is too large: at most " + limit + " bytes are taken.");
        }
        if (late) {
            throw new RequestRefused(
                    408,
                    "The request took too long: it has to be here within "
                            + TIME_LIMIT_SECONDS
                            + " s.");
        }
    }

    private void checkOpen() throws IOException {
        late |= timed && System.nanoTime() - deadlineNanos > 0;
        if (late || count > limit) {
            throw new IOException(late ? "the body comes too slowly" : "the body is too large");
        }
    }
}
