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

import io.haumea.sdk.state.StateContext;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/** What the engine offers to a function in one place of a rule. Used by the rule's thread only. */
@ProviderType
public interface FunctionContext {

    /** The id of the rule. */
    String ruleId();

    /** The time; the only clock to use. */
    InstantSource clock();

    /** Random numbers; the only ones to use. */
    RandomGenerator random();

    /** State of this function in this place of the rule. */
    StateContext state();
}
