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
package io.haumea.benchmark.inprocess;

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A source that emits one of 4,096 JSON payloads after the other, as fast as the engine takes them
 * or at a rate. Half of the temperatures are above 50.
 */
final class Flood implements SourceFactory<NoOptions> {

    private static final int PAYLOADS = 4096;

    private final byte[][] payloads = new byte[PAYLOADS][];
    private final Sharing sharing;
    private final int rate;
    private final AtomicLong emitted = new AtomicLong();

    /**
     * A flood.
     *
     * @param sharing whether the engine may lose what it has no room for, or makes this wait
     * @param rate messages per second; 0 is as fast as they are taken
     */
    Flood(Sharing sharing, int rate) {
        this.sharing = sharing;
        this.rate = rate;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < PAYLOADS; i++) {
            String text =
                    String.format(
                            Locale.ROOT,
                            "{\"temperature\": %d, \"humidity\": %d, \"deviceid\": %d}",
                            random.nextInt(101),
                            random.nextInt(101),
                            random.nextInt(100));
            payloads[i] = text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** How many messages were emitted, exact to a thousand. */
    long emitted() {
        return emitted.get();
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Sharing sharing() {
        return sharing;
    }

    @Override
    public Source create(NoOptions options, SourceSpec spec) {
        return new Running();
    }

    private final class Running implements Source {

        private volatile boolean open = true;

        @Override
        public void open(SourceContext context) {
            context.executor().execute(() -> run(context));
        }

        private void run(SourceContext context) {
            long began = System.nanoTime();
            for (long i = 0; open; i++) {
                if (rate > 0) {
                    pace(i, began);
                }
                int next = (int) (i % PAYLOADS);
                context.emit(Message.payload(payloads[next], Metadata.NONE));
                // Not at each message: two cores that share a counter would show in the figures.
                if (rate > 0 || i % 1024 == 0) {
                    emitted.lazySet(i);
                }
            }
        }

        private void pace(long index, long began) {
            long due = began + index * TimeUnit.SECONDS.toNanos(1) / rate;
            for (long wait = due - System.nanoTime(); wait > 0 && open; ) {
                LockSupport.parkNanos(wait);
                wait = due - System.nanoTime();
            }
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
