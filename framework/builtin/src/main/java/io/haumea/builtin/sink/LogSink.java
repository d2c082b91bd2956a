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

import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs results, or only has them made. */
final class LogSink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    private final String ruleId;
    private final boolean log;

    LogSink(String ruleId, boolean log) {
        this.ruleId = ruleId;
        this.log = log;
    }

    @Override
    public void open(SinkContext context) {
        // There is no outside to connect to.
    }

    @Override
    public void send(Delivery delivery) {
        // Asked for in any case, so that a rule that drops its results does all its work.
        byte[] payload = delivery.payload();
        if (log) {
            LOG.info(
                    "sink result for rule {}: {}",
                    ruleId,
                    new String(payload, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
