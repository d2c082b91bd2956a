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
package io.haumea.simulator;

import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.source.Rewindable;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.Status;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends the readings of made-up devices. The offset of a message is its sequence number. After
 * going back the same readings come again; their {@code ts} is the time at which they are sent.
 */
final class SimulatorSource implements Rewindable {

    private final SimulatorOptions options;
    private final Readings readings;

    /** Held while messages are sent, as a tick may come while the one before still waits. */
    private final ReentrantLock sending = new ReentrantLock();

    /** The number of the message to be sent next; guarded by {@link #sending} once open. */
    private long next = 1;

    private volatile boolean closed;
    private volatile @Nullable Cancellable ticks;

    SimulatorSource(SimulatorOptions options, Readings readings) {
        this.options = options;
        this.readings = readings;
    }

    @Override
    public void rewind(Object offset) {
        if (!(offset instanceof Number last) || last.longValue() < 0) {
            throw new HaumeaException(
                    ErrorCode.INTERNAL,
                    "simulator source can't go back to '" + offset + "': not a sequence number");
        }
        next = last.longValue() + 1;
    }

    @Override
    public void open(SourceContext context) {
        context.status(Status.connected());
        if (options.rate() == 0) {
            context.executor().execute(() -> sendAll(context));
        } else {
            Schedule schedule = new Schedule(options.rate(), context.clock().instant());
            ticks = context.every(schedule.tick(), () -> sendDue(context, schedule));
        }
    }

    /**
     * Does not wait for a message that is on its way: it may wait for the engine, which in turn
     * waits for this call. The engine takes nothing from a closed source.
     */
    @Override
    public void close() {
        closed = true;
        Cancellable timer = ticks;
        if (timer != null) {
            timer.cancel();
        }
    }

    private void sendDue(SourceContext context, Schedule schedule) {
        if (!sending.tryLock()) {
            return; // the tick before still waits for the engine; what is due now is sent later
        }
        try {
            send(context, schedule.due(context.clock().instant()));
        } finally {
            sending.unlock();
        }
    }

    private void sendAll(SourceContext context) {
        sending.lock();
        try {
            send(context, Long.MAX_VALUE);
        } finally {
            sending.unlock();
        }
    }

    /** Sends so many messages, or fewer if the sequence or the source ends before. */
    private void send(SourceContext context, long most) {
        for (long sent = 0; sent < most && !closed; sent++) {
            if (options.endsBefore(next)) {
                close();
                return;
            }
            byte[] payload = readings.payload(next, context.clock().millis());
            context.emit(Message.payload(payload, Metadata.NONE).withOffset(next));
            next++;
        }
    }
}
