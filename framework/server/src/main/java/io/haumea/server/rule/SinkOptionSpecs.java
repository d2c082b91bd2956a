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
package io.haumea.server.rule;

import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.sdk.config.OptionSpec;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.sink.SinkFactory;
import java.util.List;
import java.util.Optional;

/** Asks sinks for their options. */
final class SinkOptionSpecs {

    private SinkOptionSpecs() {}

    /** The options of a sink, or empty if nobody offers it now. */
    static Optional<List<OptionSpec>> of(Contributions contributions, String type) {
        try (Lease<SinkFactory<?>> factory = contributions.sink(type)) {
            return Optional.of(Options.describe(factory.service().options()));
        } catch (MissingContributionException e) {
            return Optional.empty();
        }
    }
}
