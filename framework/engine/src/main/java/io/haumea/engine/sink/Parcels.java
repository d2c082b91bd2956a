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
package io.haumea.engine.sink;

import io.haumea.engine.operator.Emission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes emissions out of the outbox and makes deliveries of them. Used by one thread at a time, but
 * {@link #done}, which any may call.
 */
final class Parcels {

    private final Outbox outbox;
    private final Rendering rendering;
    private final Runnable roomAgain;
    private final Consumer<Throwable> unwritable;
    private final Deque<Emission> emissions = new ArrayDeque<>();
    private final Deque<Parcel> ready = new ArrayDeque<>();

    /**
     * A delivery to be sent.
     *
     * @param delivery what is sent
     * @param last whether its emission is done with it
     */
    record Parcel(RenderedDelivery delivery, boolean last) {}

    /**
     * Nothing taken yet.
     *
     * @param outbox where emissions wait
     * @param rendering makes deliveries of them
     * @param roomAgain called when there is room in the outbox again
     * @param unwritable hears why an emission or a row of it had to be given up
     */
    Parcels(
            Outbox outbox,
            Rendering rendering,
            Runnable roomAgain,
            Consumer<Throwable> unwritable) {
        this.outbox = outbox;
        this.rendering = rendering;
        this.roomAgain = roomAgain;
        this.unwritable = unwritable;
    }

    /** The next delivery, which waits no longer; null if there is none. */
    @Nullable Parcel poll() {
        while (ready.isEmpty()) {
            if (emissions.isEmpty()) {
                emissions.addAll(outbox.take());
            }
            Emission emission = emissions.poll();
            if (emission == null) {
                return null;
            }
            pack(render(emission));
        }
        return ready.poll();
    }

    private void pack(List<RenderedDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            emissionDone();
            return;
        }
        Iterator<RenderedDelivery> each = deliveries.iterator();
        while (each.hasNext()) {
            RenderedDelivery delivery = each.next();
            ready.add(new Parcel(delivery, !each.hasNext()));
        }
    }

    /** The boundary to a plugin's format: what can't be written is given up. */
    private List<RenderedDelivery> render(Emission emission) {
        try {
            return rendering.render(emission, unwritable);
        } catch (Throwable e) {
            unwritable.accept(e);
            return List.of();
        }
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return ready.isEmpty() && emissions.isEmpty() && outbox.isEmpty();
    }

    /** A delivery is sent, or given up. Thread-safe. */
    void done(Parcel parcel) {
        if (parcel.last()) {
            emissionDone();
        }
    }

    private void emissionDone() {
        if (outbox.done()) {
            roomAgain.run();
        }
    }
}
