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

import io.haumea.sdk.data.Row;
import io.haumea.sdk.sink.Delivery;
import java.util.List;

/** A delivery whose bytes are ready. Immutable. */
final class RenderedDelivery implements Delivery {

    private final byte[] payload;
    private final List<Row> rows;
    private final boolean error;
    private final long number;

    RenderedDelivery(byte[] payload, List<Row> rows, boolean error, long number) {
        this.payload = payload;
        this.rows = rows;
        this.error = error;
        this.number = number;
    }

    @Override
    public byte[] payload() {
        return payload;
    }

    @Override
    public List<Row> rows() {
        return rows;
    }

    @Override
    public boolean error() {
        return error;
    }

    @Override
    public long number() {
        return number;
    }
}
