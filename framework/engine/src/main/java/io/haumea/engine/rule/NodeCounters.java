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
package io.haumea.engine.rule;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one part of a rule. Written by one thread at a time, read by any; costs the
 * writer no more than a plain field.
 */
public final class NodeCounters {

    private static final VarHandle IN = handle("in");
    private static final VarHandle OUT = handle("out");
    private static final VarHandle EXCEPTIONS = handle("exceptions");
    private static final VarHandle DROPPED = handle("dropped");

    private final String kind;
    private final String name;
    private long in;
    private long out;
    private long exceptions;
    private long dropped;
    private volatile long latencyMillis;
    private volatile long lastMillis = -1;
    private volatile @Nullable LastError lastError;

    private record LastError(String text, long atMillis) {}

    /**
     * Counters at zero.
     *
     * @param kind {@code source}, {@code op} or {@code sink}
     * @param name the part's name
     */
    public NodeCounters(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(NodeCounters.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Counts items received. */
    public void in(long count) {
        IN.setOpaque(this, in + count);
    }

    /** Counts items emitted. */
    public void out(long count) {
        OUT.setOpaque(this, out + count);
    }

    /** Counts an error without keeping it. */
    public void exception() {
        EXCEPTIONS.setOpaque(this, exceptions + 1);
    }

    /**
     * Counts an error and keeps it as the last.
     *
     * @param text what was wrong
     * @param atMillis when, in ms since the epoch
     */
    public void exception(String text, long atMillis) {
        exception();
        lastError = new LastError(text, atMillis);
    }

    /** Counts items lost because a buffer was full. Any thread. */
    public synchronized void dropped(long count) {
        DROPPED.setOpaque(this, dropped + count);
    }

    /**
     * Tells of work done.
     *
     * @param nowMillis when, in ms since the epoch
     * @param tookMillis how long it took
     */
    public void worked(long nowMillis, long tookMillis) {
        lastMillis = nowMillis;
        latencyMillis = tookMillis;
    }

    /** Items received so far. */
    public long received() {
        return (long) IN.getOpaque(this);
    }

    /**
     * The counters as they are now.
     *
     * @param bufferLength items waiting
     * @param status how the connection is, or empty
     * @return a copy
     */
    public NodeMetrics snapshot(long bufferLength, String status) {
        LastError error = lastError;
        long last = lastMillis;
        return new NodeMetrics(
                kind,
                name,
                received(),
                (long) OUT.getOpaque(this),
                (long) EXCEPTIONS.getOpaque(this),
                (long) DROPPED.getOpaque(this),
                latencyMillis,
                bufferLength,
                last < 0 ? null : last,
                error == null ? null : error.text(),
                error == null ? null : error.atMillis(),
                status);
    }
}
