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
package io.haumea.sdk.function;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An accumulator that can take in what another one has taken in. Windows whose aggregates can all
 * do that keep no rows.
 */
@ConsumerType
public interface MergeableAccumulator extends Accumulator {

    /**
     * Takes in all that another accumulator has taken in, as if its rows came after its own.
     *
     * @param later an accumulator of the same function; not changed
     */
    void merge(Accumulator later);
}
