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
package io.haumea.engine.task;

import io.haumea.engine.port.Contributions;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.engine.sink.SinkDelivery;
import io.haumea.engine.source.Sources;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What all rules of an engine share. */
record EngineParts(
        Contributions contributions,
        Workers workers,
        Timers timers,
        Sources sources,
        SinkDelivery.Facilities sinks,
        Supplier<RandomGenerator> random) {}
