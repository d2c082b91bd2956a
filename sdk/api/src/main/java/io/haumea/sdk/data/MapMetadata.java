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

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata over a map.
 *
 * @param toMap the entries, unmodifiable
 */
record MapMetadata(Map<String, @Nullable Object> toMap) implements Metadata {

    @Override
    public @Nullable Object get(String key) {
        Object exact = toMap.get(key);
        if (exact != null || toMap.containsKey(key)) {
            return exact;
        }
        for (Map.Entry<String, @Nullable Object> entry : toMap.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
