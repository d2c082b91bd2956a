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
package io.haumea.engine.port;

import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.source.SourceFactory;

/**
 * Finds what plugins contribute, by kind and name. Implemented outside the engine; thread-safe.
 *
 * <p>What is found is leased: whoever holds the lease may use it, and gives the lease back when
 * done, so that a plugin can be taken out once nobody holds one.
 */
public interface Contributions {

    /**
     * A source factory.
     *
     * @param type the name users write in {@code TYPE}, case-sensitive
     * @return a lease, to be closed by the caller
     * @throws MissingContributionException if nobody offers it now
     */
    Lease<SourceFactory<?>> source(String type);

    /**
     * A sink factory.
     *
     * @param type the name users write in an action, case-sensitive
     * @return a lease, to be closed by the caller
     * @throws MissingContributionException if nobody offers it now
     */
    Lease<SinkFactory<?>> sink(String type);

    /**
     * A format.
     *
     * @param name its name in lower case
     * @return a lease, to be closed by the caller
     * @throws MissingContributionException if nobody offers it now
     */
    Lease<FormatFactory> format(String name);
}
