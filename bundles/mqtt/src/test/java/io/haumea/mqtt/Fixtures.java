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
package io.haumea.mqtt;

import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Row;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.sink.AsyncSink;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sources, sinks and deliveries as the engine makes them. */
final class Fixtures {

    private Fixtures() {}

    static Source source(String dataSource, Map<String, ?> options) {
        return new MqttSourceFactory()
                .create(
                        Options.read(MqttSourceOptions.class, options, "mqtt source"),
                        new Spec("demo", dataSource, Schema.NONE));
    }

    static AsyncSink sink(MqttSinkFactory factory, Map<String, ?> options) {
        return (AsyncSink)
                factory.create(
                        Options.read(MqttSinkOptions.class, options, "mqtt sink"),
                        new Action("r", 0));
    }

    static AsyncSink sink(Map<String, ?> options) {
        return sink(new MqttSinkFactory(), options);
    }

    static Map<String, Object> with(Map<String, ?> options, String key, Object value) {
        Map<String, Object> all = new HashMap<>(options);
        all.put(key, value);
        return all;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Delivery delivery(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Delivery() {
            @Override
            public byte[] payload() {
                return bytes;
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
                return 0;
            }
        };
    }

    private record Spec(String stream, String dataSource, Schema schema) implements SourceSpec {}

    private record Action(String ruleId, int action) implements SinkSpec {}
}
