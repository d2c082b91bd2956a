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
package io.haumea.samples;

import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.state.Cancellable;
import io.haumea.sdk.state.Status;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts: one message {@code {"count": 1, "ts": 1700000000000}} at each tick. */
final class TickerSource implements Source {

    private final TickerOptions options;

    /** Ticks run on the plugin's threads, not necessarily on the same one each time. */
    private final AtomicLong count = new AtomicLong();

    private @Nullable Cancellable ticks;

    TickerSource(TickerOptions options) {
        this.options = options;
    }

    /**
     * Returns at once. The engine's timer takes the place of a thread with a sleep in it: it does
     * not drift, ends with the plugin, and tests can move its time.
     */
    @Override
    public void open(SourceContext context) {
        ticks = context.every(options.interval(), () -> tick(context));
        context.status(Status.connected());
    }

    /**
     * The values are SDK values (a whole number is a Long), so that no format has to decode them. A
     * source that receives bytes hands them over with {@link Message#payload} and leaves decoding
     * to the stream's FORMAT.
     *
     * <p>{@code emit} waits while the engine is behind. That is why ticks don't pile up in memory.
     */
    private void tick(SourceContext context) {
        Map<String, @Nullable Object> fields =
                Map.of("count", count.incrementAndGet(), "ts", context.clock().millis());
        context.emit(Message.fields(fields, Metadata.NONE));
    }

    /** Also called when {@link #open} failed, so that there may be nothing to call off. */
    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel();
        }
    }
}
