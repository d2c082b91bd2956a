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

import io.haumea.sdk.data.Row;
import io.haumea.sdk.sink.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A delivery of a text.
 *
 * @param text the payload
 * @param number its number
 */
record TextDelivery(String text, long number) implements Delivery {

    @Override
    public byte[] payload() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Row> rows() {
        return List.of();
    }

    @Override
    public boolean error() {
        return false;
    }
}
