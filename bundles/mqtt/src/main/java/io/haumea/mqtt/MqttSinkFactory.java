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

import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkSpec;
import io.haumea.sdk.sink.SinkType;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that publish results on an MQTT topic. */
@Component
@SinkType("mqtt")
public final class MqttSinkFactory implements SinkFactory<MqttSinkOptions> {

    private final SharedConnections connections = new SharedConnections(PahoTransport::connect);

    @Override
    public Class<MqttSinkOptions> options() {
        return MqttSinkOptions.class;
    }

    @Override
    public Sink create(MqttSinkOptions options, SinkSpec spec) {
        try {
            Topics.checkName(options.topic());
        } catch (IllegalArgumentException e) {
            throw ConnectionOptions.invalid(
                    MqttSinkOptions.OWNER + " property topic: " + e.getMessage());
        }
        return new MqttSink(options, connections);
    }
}
