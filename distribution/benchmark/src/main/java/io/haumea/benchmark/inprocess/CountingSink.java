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
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import java.util.concurrent.atomic.LongAdder;

/** A sink that has each result encoded and counts the bytes. */
final class CountingSink implements SinkFactory<NoOptions> {

    private final LongAdder bytes = new LongAdder();

    /** How many bytes all its instances have received. */
    long bytes() {
        return bytes.sum();
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Sink create(NoOptions options, SinkSpec spec) {
        return new Counting();
    }

    private final class Counting implements Sink {

        @Override
        public void open(SinkContext context) {
            // There is no outside to connect to.
        }

        @Override
        public void send(Delivery delivery) {
            bytes.add(delivery.payload().length);
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
