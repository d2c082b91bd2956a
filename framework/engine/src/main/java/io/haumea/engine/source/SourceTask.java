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
package io.haumea.engine.source;

import io.haumea.engine.row.DecodedBatch;
import io.haumea.engine.row.RowAssembler;
import io.haumea.engine.schedule.SerialTask;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.source.Sharing;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the messages of one source, once for all rules that read it. A private source waits while
 * its rule has no room. A live one waits for nobody who is slow; it only lets rules that are fast
 * but behind work first.
 */
final class SourceTask extends SerialTask {

    private static final int CAPACITY = 4096;
    private static final int BATCH = 256;

    private final Ingress ingress = new Ingress(CAPACITY, Weight.limit(), BATCH);
    private final Gathering gathering = new Gathering();
    private final RowAssembler assembler;
    private final Sharing sharing;
    private final Timers timers;
    private final Rejections rejections = new Rejections();
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private Ingress.@Nullable Buffer buffer;
    private int position;
    private volatile boolean alarmed;

    /** One rule on this source. */
    record Reader(RowConsumer consumer, int input, ReaderCounters counters) {}

    /** Messages that the source threw away itself: how many, and why the last one. */
    private static final class Rejections {
        private int count;
        private String last = "";

        synchronized void add(String reason) {
            count++;
            last = reason;
        }

        synchronized boolean isEmpty() {
            return count == 0;
        }

        synchronized void moveTo(DecodedBatch batch) {
            if (count > 0) {
                batch.reject(count, last);
                count = 0;
            }
        }
    }

    /** Hears of messages that a rule had no room for. */
    @FunctionalInterface
    interface ReaderCounters {
        void dropped(int messages);
    }

    SourceTask(RowAssembler assembler, Sharing sharing, Workers workers, Timers timers) {
        super(workers);
        this.assembler = assembler;
        this.sharing = sharing;
        this.timers = timers;
    }

    void emit(Message message) {
        if (ingress.put(message, timers.clock().millis())) {
            wake();
        }
    }

    /** Counts a message that the source threw away itself. Any thread. */
    void rejected(String reason) {
        rejections.add(reason);
        wake();
    }

    int waiting() {
        return ingress.size();
    }

    void add(Reader reader) {
        readers.add(reader);
        wake();
    }

    void remove(RowConsumer consumer) {
        readers.removeIf(reader -> reader.consumer() == consumer);
        wake();
    }

    List<Reader> readers() {
        return readers;
    }

    void close() {
        ingress.close();
    }

    @Override
    protected boolean slice(long deadlineNanos) {
        do {
            if (mustWait()) {
                return false;
            }
            Ingress.Buffer work = buffer;
            if (work == null) {
                if (stillGathering()) {
                    return false;
                }
                work = ingress.take();
                if (work.size == 0 && rejections.isEmpty()) {
                    return false;
                }
                buffer = work;
                position = 0;
            }
            decodeBatch(work);
            if (position == work.size) {
                work.clear();
                buffer = null;
            }
        } while (System.nanoTime() < deadlineNanos);
        return true;
    }

    private boolean mustWait() {
        if (sharing == Sharing.PRIVATE) {
            // The rule wakes this task when it has room again.
            return readers.isEmpty() || !readers.get(0).consumer().hasRoom();
        }
        for (Reader reader : readers) {
            if (reader.consumer().crowded()) {
                // It wakes this task when it is no longer; the alarm is for one that gets stuck.
                wakeIn(1);
                return true;
            }
        }
        return false;
    }

    private boolean stillGathering() {
        int waiting = ingress.size();
        if (waiting == 0 || waiting >= BATCH) {
            return false;
        }
        long rest = gathering.restNanos(readers.size(), System.nanoTime());
        if (rest <= 0) {
            return false;
        }
        wakeIn(TimeUnit.NANOSECONDS.toMillis(rest) + 1);
        return true;
    }

    private void wakeIn(long millis) {
        // Others wake this task in the meantime; one alarm is enough.
        if (!alarmed) {
            alarmed = true;
            timers.at(timers.clock().millis() + millis, this::alarm);
        }
    }

    private void alarm() {
        alarmed = false;
        wake();
    }

    /** The boundary to a plugin's code: whatever a decoder throws, the message is bad. */
    private @Nullable String append(Message message, long arrivalMillis, DecodedBatch batch) {
        try {
            return assembler.append(message, arrivalMillis, batch);
        } catch (Throwable e) {
            return "the message can't be read: " + e;
        }
    }

    private void decodeBatch(Ingress.Buffer work) {
        // Readers first, layout after: a reader's columns are in the layout before it is added.
        Reader[] present = readers.toArray(Reader[]::new);
        assembler.refresh();
        int end = Math.min(work.size, position + BATCH);
        DecodedBatch batch = new DecodedBatch(end - position);
        for (; position < end; position++) {
            Message message = work.messages[position];
            if (message != null) {
                batch.weigh(Weight.of(message));
                String rejected = append(message, work.arrivals[position], batch);
                if (rejected != null) {
                    batch.reject(rejected);
                }
            }
        }
        rejections.moveTo(batch);
        for (Reader reader : present) {
            if (!reader.consumer().offer(reader.input(), batch)) {
                reader.counters().dropped(batch.size() + batch.rejected());
            }
        }
        gathering.handedOn(System.nanoTime());
    }
}
