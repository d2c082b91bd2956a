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
package io.haumea.builtin.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.error.HaumeaException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Compares the scanner with Gson; {@link GsonReference} lists the differences that are meant. */
class JsonDecoderFuzzTest {

    @Property
    void whenAnObjectIsValid_thenItsValuesAreThoseOfGson(@ForAll long seed) {
        byte[] payload = new RandomJson(seed).object().getBytes(StandardCharsets.UTF_8);

        assertThat(CollectingRow.decode(payload)).isEqualTo(GsonReference.decode(payload).get());
    }

    @Property
    void whenAnObjectIsSpoiled_thenItIsRefusedWhereGsonRefusesIt(@ForAll long seed) {
        byte[] payload = new RandomJson(seed).spoiled();

        assertThat(decode(payload))
                .describedAs(new String(payload, StandardCharsets.ISO_8859_1))
                .isEqualTo(GsonReference.decode(payload));
    }

    @Property
    void whenBytesAreAnything_thenTheyAreRefusedWhereGsonRefusesThem(@ForAll byte[] bytes) {
        byte[] payload = new byte[bytes.length + 8];
        System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.UTF_8), 0, payload, 0, 6);
        System.arraycopy(bytes, 0, payload, 6, bytes.length);
        System.arraycopy("\"}".getBytes(StandardCharsets.UTF_8), 0, payload, bytes.length + 6, 2);

        assertThat(decode(bytes)).isEqualTo(GsonReference.decode(bytes));
        assertThat(decode(payload)).isEqualTo(GsonReference.decode(payload));
    }

    @Property
    void whenFewerKeysAreWanted_thenTheSamePayloadsAreRefused(@ForAll long seed) {
        byte[] payload = new RandomJson(seed).spoiled();
        Optional<Map<String, @Nullable Object>> all = decode(payload);

        Optional<Map<String, @Nullable Object>> some;
        try {
            some = Optional.of(CollectingRow.decode(payload, key -> key.length() % 2 == 0));
        } catch (HaumeaException e) {
            some = Optional.empty();
        }

        assertThat(some).isEqualTo(all.map(JsonDecoderFuzzTest::evenKeys));
    }

    private static Map<String, @Nullable Object> evenKeys(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(members);
        kept.keySet().removeIf(key -> key.length() % 2 != 0);
        return kept;
    }

    private static Optional<Map<String, @Nullable Object>> decode(byte[] payload) {
        try {
            return Optional.of(CollectingRow.decode(payload));
        } catch (HaumeaException e) {
            return Optional.empty();
        }
    }
}
