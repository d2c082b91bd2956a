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
package io.haumea.rest.rule;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.haumea.engine.rule.NodeMetrics;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counters as the reference names them, {@code <kind>_<node>_<instance>_<metric>}, each node's own
 * six first, then what Haumea adds.
 */
final class MetricsText {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
                    .toFormatter(Locale.ROOT);

    private final ZoneId zone;

    MetricsText(ZoneId zone) {
        this.zone = zone;
    }

    JsonObject of(List<NodeMetrics> nodes) {
        JsonObject result = new JsonObject();
        for (NodeMetrics node : nodes) {
            // Rules are sequential here: there is only ever instance 0.
            String prefix = node.kind() + "_" + node.name() + "_0_";
            result.addProperty(prefix + "records_in_total", node.recordsIn());
            result.addProperty(prefix + "records_out_total", node.recordsOut());
            result.addProperty(prefix + "exceptions_total", node.exceptions());
            result.addProperty(prefix + "process_latency_ms", node.processLatencyMillis());
            result.addProperty(prefix + "buffer_length", node.bufferLength());
            result.add(prefix + "last_invocation", time(node.lastInvocationMillis()));
            result.addProperty(prefix + "dropped_total", node.dropped());
            String exception = node.lastException();
            result.addProperty(prefix + "last_exception", exception == null ? "" : exception);
            result.add(prefix + "last_exception_time", time(node.lastExceptionMillis()));
            if (!node.status().isEmpty()) {
                result.addProperty(prefix + "connection_status", node.status());
            }
        }
        return result;
    }

    private JsonPrimitive time(@Nullable Long millis) {
        return millis == null
                ? new JsonPrimitive(0)
                : new JsonPrimitive(TIME.format(Instant.ofEpochMilli(millis).atZone(zone)));
    }
}
