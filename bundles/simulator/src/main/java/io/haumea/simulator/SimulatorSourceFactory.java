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
package io.haumea.simulator;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sdk.source.SourceType;
import org.osgi.service.component.annotations.Component;

/**
 * Makes sources of the type {@code simulator}. The stream's {@code DATASOURCE} names the devices:
 * with {@code "boiler"} they are {@code boiler-1}, {@code boiler-2}, …; without it {@code dev-1},
 * {@code dev-2}, ….
 */
@Component
@SourceType("simulator")
public final class SimulatorSourceFactory implements SourceFactory<SimulatorOptions> {

    private static final String DEFAULT_PREFIX = "dev";

    @Override
    public Class<SimulatorOptions> options() {
        return SimulatorOptions.class;
    }

    /** Private: each rule sees the sequence from its beginning. */
    @Override
    public Sharing sharing() {
        return Sharing.PRIVATE;
    }

    @Override
    public Source create(SimulatorOptions options, SourceSpec spec) {
        String prefix = spec.dataSource().isEmpty() ? DEFAULT_PREFIX : spec.dataSource();
        if (prefix.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION,
                    "DATASOURCE of stream "
                            + spec.stream()
                            + " names simulated devices, and can't have quotes, backslashes or"
                            + " control characters in it");
        }
        return new SimulatorSource(
                options, new Readings(options.seed(), prefix, options.devices()));
    }
}
