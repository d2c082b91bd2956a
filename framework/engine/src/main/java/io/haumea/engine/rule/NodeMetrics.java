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
package io.haumea.engine.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a rule has done since the rule was started.
 *
 * @param kind {@code source}, {@code op} or {@code sink}
 * @param name the stream, the operator, or the sink's type and the action's index, such as {@code
 *     mqtt_0}
 * @param recordsIn items received
 * @param recordsOut items emitted; for a sink, delivered
 * @param exceptions errors
 * @param dropped items lost because a buffer was full
 * @param processLatencyMillis duration of the last processing
 * @param bufferLength items waiting
 * @param lastInvocationMillis when it last worked, in ms since the epoch, or null if never
 * @param lastException the last error, or null if there was none
 * @param lastExceptionMillis when that was, in ms since the epoch, or null
 * @param status how a source's or sink's connection is, in words; empty where nothing is known
 */
public record NodeMetrics(
        String kind,
        String name,
        long recordsIn,
        long recordsOut,
        long exceptions,
        long dropped,
        long processLatencyMillis,
        long bufferLength,
        @Nullable Long lastInvocationMillis,
        @Nullable String lastException,
        @Nullable Long lastExceptionMillis,
        String status) {}
