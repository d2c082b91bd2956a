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

import io.haumea.sdk.data.Metadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a message besides its payload. No map is built unless somebody asks for it.
 *
 * @param topic the topic it was published on
 * @param packetId its packet id, 0 with qos 0
 */
record MqttMetadata(String topic, int packetId) implements Metadata {

    private static final String TOPIC = "topic";
    private static final String MESSAGE_ID = "messageid";

    @Override
    public @Nullable Object get(String key) {
        if (key.equalsIgnoreCase(TOPIC)) {
            return topic;
        }
        return key.equalsIgnoreCase(MESSAGE_ID) ? Integer.toString(packetId) : null;
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        entries.put(TOPIC, topic);
        entries.put(MESSAGE_ID, Integer.toString(packetId));
        return Collections.unmodifiableMap(entries);
    }
}
