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

import io.haumea.sdk.data.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row over two lists. */
record ListRow(List<String> names, List<@Nullable Object> values) implements Row {

    static ListRow of(Map<String, ? extends @Nullable Object> columns) {
        return new ListRow(
                List.copyOf(columns.keySet()),
                Collections.unmodifiableList(new ArrayList<>(columns.values())));
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public String name(int column) {
        return names.get(column);
    }

    @Override
    public @Nullable Object value(int column) {
        return values.get(column);
    }

    @Override
    public @Nullable Object get(String name) {
        int column = names.indexOf(name);
        return column < 0 ? null : values.get(column);
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }
}
