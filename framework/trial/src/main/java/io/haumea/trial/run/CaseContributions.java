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

import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.source.SourceFactory;

/** Real formats, and stand-ins for all sources and sinks. */
record CaseContributions(Contributions real, FedSource source, CapturingSink sink)
        implements Contributions {

    @Override
    public Lease<SourceFactory<?>> source(String type) {
        return new StandIn<>(source);
    }

    @Override
    public Lease<SinkFactory<?>> sink(String type) {
        return new StandIn<>(sink);
    }

    @Override
    public Lease<FormatFactory> format(String name) {
        return real.format(name);
    }

    private record StandIn<T>(T service) implements Lease<T> {
        @Override
        public String plugin() {
            return "trial";
        }

        @Override
        public String version() {
            return "0";
        }

        @Override
        public void close() {
            // It goes with its case.
        }
    }
}
