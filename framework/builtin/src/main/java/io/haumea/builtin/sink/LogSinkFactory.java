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
package io.haumea.builtin.sink;

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.sink.SinkType;
import org.osgi.service.component.annotations.Component;

/** The sink {@code log}: writes each result into the server's log at level info. */
@Component
@SinkType("log")
public final class LogSinkFactory implements SinkFactory<NoOptions> {

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Sink create(NoOptions options, SinkSpec spec) {
        return new LogSink(spec.ruleId(), true);
    }
}
