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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void whenAKeyIsLookedUp_thenTheExactSpellingWinsAndCaseDoesNotMatter() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        entries.put("TOPIC", "a");
        entries.put("topic", "b");
        entries.put("empty", null);
        Metadata metadata = Metadata.of(entries);

        assertThat(metadata.get("topic")).isEqualTo("b");
        assertThat(metadata.get("TOPIC")).isEqualTo("a");
        assertThat(metadata.get("Topic")).isEqualTo("a");
        assertThat(metadata.get("empty")).isNull();
        assertThat(metadata.get("none")).isNull();
    }

    @Test
    void whenAnExactKeyHasNoValue_thenAnotherSpellingIsNotAsked() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        entries.put("QOS", 1L);
        entries.put("qos", null);

        assertThat(Metadata.of(entries).get("qos")).isNull();
    }

    @Test
    void whenTheMapIsChangedAfterwards_thenTheMetadataStays() {
        Map<String, Object> entries = new LinkedHashMap<>(Map.of("topic", "a"));
        Metadata metadata = Metadata.of(entries);

        entries.put("topic", "b");

        assertThat(metadata.toMap()).containsExactly(Map.entry("topic", "a"));
        assertThatThrownBy(() -> metadata.toMap().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Metadata.NONE.toMap()).isEmpty();
    }
}
