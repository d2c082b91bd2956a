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
package io.haumea.engine.operator;

import io.haumea.sdk.data.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a result. Immutable. */
final class ResultRow implements Row {

    private final ResultLayout layout;
    private final @Nullable Object[] values;

    ResultRow(ResultLayout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    static ResultRow of(Map<String, @Nullable Object> entries) {
        return new ResultRow(
                new ResultLayout(List.copyOf(entries.keySet())), entries.values().toArray());
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public String name(int column) {
        return layout.name(column);
    }

    @Override
    public @Nullable Object value(int column) {
        return values[column];
    }

    @Override
    public @Nullable Object get(String name) {
        Integer column = layout.find(name);
        return column == null ? null : values[column];
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(layout.name(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
