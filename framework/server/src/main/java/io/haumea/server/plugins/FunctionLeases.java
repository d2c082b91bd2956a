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
package io.haumea.server.plugins;

import io.haumea.engine.port.Lease;
import io.haumea.sdk.function.FunctionDefinition;
import java.util.Collection;
import java.util.Optional;

/** Finds the functions that plugins contribute. Thread-safe. */
public interface FunctionLeases {

    /**
     * A function.
     *
     * @param name its name in any case
     * @return a lease, to be closed by the caller, or empty
     */
    Optional<Lease<FunctionDefinition>> function(String name);

    /** The names of all functions, in lower case, sorted. */
    Collection<String> functionNames();
}
