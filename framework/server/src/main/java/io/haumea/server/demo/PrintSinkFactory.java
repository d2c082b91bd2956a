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
package io.haumea.server.demo;

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.sink.SinkType;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Sinks that print each result as a line for the person at the console. */
@SinkType(PrintSinkFactory.TYPE)
final class PrintSinkFactory implements SinkFactory<NoOptions> {

    /** The type of the sink; there is none of that name outside the demonstration. */
    static final String TYPE = "print";

    private final PrintStream out;

    PrintSinkFactory(PrintStream out) {
        this.out = out;
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Sink create(NoOptions options, SinkSpec spec) {
        return new PrintSink(out);
    }

    private record PrintSink(PrintStream out) implements Sink {

        @Override
        public void open(SinkContext context) {
            // The console is always there.
        }

        @Override
        public void send(Delivery delivery) {
            out.println(new String(delivery.payload(), StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() {
            // The console stays open.
        }
    }
}
