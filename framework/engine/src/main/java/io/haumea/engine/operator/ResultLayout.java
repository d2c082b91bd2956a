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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The column names that many result rows share. Immutable. */
final class ResultLayout {

    private final String[] names;
    private final Map<String, Integer> index = new HashMap<>();

    ResultLayout(List<String> names) {
        this.names = names.toArray(String[]::new);
        for (int i = 0; i < this.names.length; i++) {
            index.putIfAbsent(this.names[i], i);
        }
    }

    int size() {
        return names.length;
    }

    String name(int column) {
        return names[column];
    }

    @Nullable Integer find(String name) {
        return index.get(name);
    }
}
