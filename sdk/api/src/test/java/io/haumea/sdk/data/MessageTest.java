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
package io.haumea.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void whenAMessageHasAPayload_thenItHasNoFields() {
        byte[] payload = {1};
        Message message = Message.payload(payload, Metadata.NONE);

        assertThat(message.payload()).isSameAs(payload);
        assertThat(message.fields()).isNull();
        assertThat(message.offset()).isEmpty();
        assertThat(message.acknowledgement()).isEmpty();
    }

    @Test
    void whenOffsetAndAcknowledgementAreAdded_thenBothAreKept() {
        AtomicInteger acknowledged = new AtomicInteger();
        Metadata metadata = Metadata.of(Map.of("topic", "t"));

        Message message =
                Message.fields(Map.of("a", 1L), metadata)
                        .withOffset(7L)
                        .withAcknowledgement(acknowledged::incrementAndGet);
        message.acknowledgement().orElseThrow().run();

        assertThat(message.offset()).contains(7L);
        assertThat(acknowledged).hasValue(1);
        assertThat(message.fields()).containsEntry("a", 1L);
        assertThat(message.payload()).isNull();
        assertThat(message.metadata()).isSameAs(metadata);
    }
}
