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
package io.haumea.trial.run;

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands in for every sink: keeps what it gets. */
final class CapturingSink implements SinkFactory<NoOptions>, Sink {

    private final List<Sent> sent = new ArrayList<>();

    /**
     * One delivery.
     *
     * @param text its payload
     * @param error whether it tells of an error
     */
    record Sent(String text, boolean error) {}

    /** What came so far. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Sink create(NoOptions options, SinkSpec spec) {
        return this;
    }

    @Override
    public void open(SinkContext context) {
        // There is nothing to connect to.
    }

    @Override
    public void send(Delivery delivery) {
        sent.add(
                new Sent(new String(delivery.payload(), StandardCharsets.UTF_8), delivery.error()));
    }

    @Override
    public void close() {
        // There is nothing to disconnect from.
    }
}
