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

import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.sink.SinkType;
import org.osgi.service.component.annotations.Component;

/**
 * Makes sinks of the type {@code tcp}. Connects nothing: a factory is asked for a sink when a rule
 * is created, the sink is opened when the rule starts.
 */
@Component
@SinkType("tcp")
public final class TcpSinkFactory implements SinkFactory<TcpOptions> {

    @Override
    public Class<TcpOptions> options() {
        return TcpOptions.class;
    }

    @Override
    public Sink create(TcpOptions options, SinkSpec spec) {
        return new TcpSink(options);
    }
}
