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
import io.haumea.sdk.data.Row;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.Encoder;
import java.util.ArrayList;
import java.util.List;

/** Makes deliveries of emissions as the action wants them. Used by one thread at a time. */
final class Rendering {

    private final ActionOptions options;
    private final Encoder encoder;
    private long number;

    Rendering(ActionOptions options, Encoder encoder) {
        this.options = options;
        this.encoder = encoder;
    }

    /** The deliveries of an emission; none if it is to be left out. */
    List<RenderedDelivery> render(Emission emission) {
        if (emission.error()) {
            return List.of(whole(emission));
        }
        if (options.omitIfEmpty()
                && emission.rows().size() == 1
                && emission.rows().get(0).size() == 0) {
            return List.of();
        }
        try {
            return options.sendSingle() ? single(emission) : List.of(whole(emission));
        } catch (HaumeaException e) {
            return List.of(whole(Emission.error("run Select error: " + e.getMessage())));
        }
    }

    private RenderedDelivery whole(Emission emission) {
        byte[] payload = encoder.encode(emission.rows());
        return new RenderedDelivery(payload, emission.rows(), emission.error(), number++);
    }

    private List<RenderedDelivery> single(Emission emission) {
        List<byte[]> payloads = new ArrayList<>();
        for (Row row : emission.rows()) {
            payloads.add(encoder.encodeSingle(row));
        }
        List<RenderedDelivery> deliveries = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            List<Row> row = List.of(emission.rows().get(i));
            deliveries.add(new RenderedDelivery(payloads.get(i), row, false, number++));
        }
        return deliveries;
    }
}
