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

import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.sink.SinkType;
import org.osgi.service.component.annotations.Component;

/**
 * The sink {@code nop}: takes each result, encoded as any other sink would get it, and drops it. To
 * see how fast a rule is.
 */
@Component
@SinkType("nop")
public final class NopSinkFactory implements SinkFactory<NopOptions> {

    @Override
    public Class<NopOptions> options() {
        return NopOptions.class;
    }

    @Override
    public Sink create(NopOptions options, SinkSpec spec) {
        return new LogSink(spec.ruleId(), options.log());
    }
}
