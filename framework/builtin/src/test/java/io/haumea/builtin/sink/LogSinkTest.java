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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Row;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogSinkTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(LogSink.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final CountingDelivery delivery = new CountingDelivery();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void whenTheLogSinkGetsAResult_thenItIsLoggedWithItsRule() throws Exception {
        send(new LogSinkFactory(), new NoOptions());

        assertThat(lines.list)
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .containsExactly(tuple(Level.INFO, "sink result for rule alerts: [{\"a\":\"é\"}]"));
    }

    @Test
    void whenTheNopSinkGetsAResult_thenItIsEncodedAndDropped() throws Exception {
        send(new NopSinkFactory(), options(Map.of()));

        assertThat(lines.list).isEmpty();
        assertThat(delivery.payloads).isEqualTo(1);
    }

    @Test
    void whenTheNopSinkIsToldToLog_thenItLogs() throws Exception {
        send(new NopSinkFactory(), options(Map.of("log", "true")));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("sink result for rule alerts: [{\"a\":\"é\"}]");
    }

    private static NopOptions options(Map<String, Object> values) {
        return Options.read(new NopSinkFactory().options(), values, "nop sink");
    }

    private <O extends Record> void send(SinkFactory<O> factory, O options) throws Exception {
        Sink sink = factory.create(options, new Action());
        sink.send(delivery);
        sink.close();
    }

    private record Action() implements SinkSpec {
        @Override
        public String ruleId() {
            return "alerts";
        }

        @Override
        public int action() {
            return 0;
        }
    }

    private static final class CountingDelivery implements Delivery {
        private int payloads;

        @Override
        public byte[] payload() {
            payloads++;
            return "[{\"a\":\"é\"}]".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public List<Row> rows() {
            return List.of();
        }

        @Override
        public boolean error() {
            return false;
        }

        @Override
        public long number() {
            return 1;
        }
    }
}
