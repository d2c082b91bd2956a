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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a courier has taken out of the outbox, made into deliveries; an emission is done with the
 * last of its deliveries. Used by one thread at a time.
 */
final class Parcels {

    private final Outbox outbox;
    private final Rendering rendering;
    private final Runnable roomAgain;
    private final Consumer<Throwable> unwritable;
    private final Deque<Emission> emissions = new ArrayDeque<>();
    private final Deque<RenderedDelivery> deliveries = new ArrayDeque<>();

    /**
     * Nothing taken yet.
     *
     * @param outbox where emissions wait
     * @param rendering makes deliveries of them
     * @param roomAgain called when there is room in the outbox again
     * @param unwritable hears why an emission had to be given up
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

    /** The delivery to be sent now, until it is {@link #done}; null if nothing waits. */
    @Nullable RenderedDelivery next() {
        while (deliveries.isEmpty()) {
            if (emissions.isEmpty()) {
                emissions.addAll(outbox.take());
            }
            Emission emission = emissions.peek();
            if (emission == null) {
                return null;
            }
            deliveries.addAll(render(emission));
            if (deliveries.isEmpty()) {
                emissionDone();
            }
        }
        return deliveries.peek();
    }

    /** The boundary to a plugin's format: what can't be written is given up. */
    private List<RenderedDelivery> render(Emission emission) {
        try {
            return rendering.render(emission);
        } catch (Throwable e) {
            unwritable.accept(e);
            return List.of();
        }
    }

    /** The delivery is sent, or given up. */
    void done() {
        deliveries.remove();
        if (deliveries.isEmpty()) {
            emissionDone();
        }
    }

    private void emissionDone() {
        emissions.remove();
        if (outbox.done()) {
            roomAgain.run();
        }
    }

    /** How many emissions were taken and are not done. */
    int undelivered() {
        return emissions.size();
    }
}
