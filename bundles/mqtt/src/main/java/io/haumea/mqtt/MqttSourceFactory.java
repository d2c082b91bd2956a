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

import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sdk.source.SourceType;
import org.osgi.service.component.annotations.Component;

/** Makes subscriptions to MQTT topics; a stream's {@code DATASOURCE} is the topic filter. */
@Component
@SourceType("mqtt")
public final class MqttSourceFactory implements SourceFactory<MqttSourceOptions> {

    @Override
    public Class<MqttSourceOptions> options() {
        return MqttSourceOptions.class;
    }

    @Override
    public Sharing sharing() {
        return Sharing.LIVE;
    }

    @Override
    public Source create(MqttSourceOptions options, SourceSpec spec) {
        String filter = spec.dataSource();
        try {
            Topics.checkFilter(filter);
        } catch (IllegalArgumentException e) {
            throw ConnectionOptions.invalid(
                    MqttSourceOptions.OWNER
                            + " of stream "
                            + spec.stream()
                            + " can't subscribe to its DATASOURCE: "
                            + e.getMessage());
        }
        if (options.sharedSubscription()) {
            filter = Topics.shared(spec.stream(), filter);
        }
        // The client library answers the broker's QoS 2 before the message is taken, so that it
        // promises more than QoS 1 but keeps less.
        int qos = Math.min(options.qos(), 1);
        return new MqttSource(options.connection(), filter, qos, PahoTransport::connect);
    }
}
