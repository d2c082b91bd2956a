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

import io.haumea.sdk.format.RowBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what a decoder gives for the keys that are wanted; of identical keys the last value. */
final class CollectingRow implements RowBuilder {

    private final Predicate<String> wanted;
    private final List<String> names = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    CollectingRow(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Decodes a payload with all its keys. */
    static Map<String, @Nullable Object> decode(byte[] payload) {
        return decode(payload, key -> true);
    }

    /** Decodes a payload with some of its keys. */
    static Map<String, @Nullable Object> decode(byte[] payload, Predicate<String> wanted) {
        CollectingRow row = new CollectingRow(wanted);
        new JsonDecoder().decode(payload, row);
        return row.values;
    }

    static Map<String, @Nullable Object> decode(String payload) {
        return decode(payload.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public int slot(byte[] utf8, int from, int to) {
        return slot(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public int slot(String key) {
        if (!wanted.test(key)) {
            return IGNORED;
        }
        names.add(key);
        return names.size() - 1;
    }

    @Override
    public void setNull(int slot) {
        values.put(names.get(slot), null);
    }

    @Override
    public void setBoolean(int slot, boolean value) {
        values.put(names.get(slot), value);
    }

    @Override
    public void setLong(int slot, long value) {
        values.put(names.get(slot), value);
    }

    @Override
    public void setDouble(int slot, double value) {
        values.put(names.get(slot), value);
    }

    @Override
    public void setText(int slot, byte[] utf8, int from, int to) {
        values.put(names.get(slot), new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void set(int slot, @Nullable Object value) {
        values.put(names.get(slot), value);
    }
}
