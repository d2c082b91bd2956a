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
package io.haumea.engine.plugin;

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.state.StateContext;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State that lives as long as the rule runs. */
public final class MemoryState implements StateContext {

    private final Map<String, Object> values = new LinkedHashMap<>();

    @Override
    public @Nullable Object get(String key) {
        return values.get(key);
    }

    @Override
    public void put(String key, Object value) {
        check(key, value);
        values.put(key, value);
    }

    private static void check(String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> check(key, item));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> check(key, item));
        } else if (!isSimple(value)) {
            throw new HaumeaException(
                    ErrorCode.INVALID_ARGUMENT,
                    "state '" + key + "' can't hold a value of " + ValueText.typeName(value));
        }
    }

    private static boolean isSimple(@Nullable Object value) {
        return value == null
                || value instanceof Long
                || value instanceof Double
                || value instanceof String
                || value instanceof Boolean
                || value instanceof OffsetDateTime
                || value instanceof ExactNumber
                || value instanceof byte[];
    }

    @Override
    public void delete(String key) {
        values.remove(key);
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    @Override
    public long counter(String key) {
        Object value = values.get(key);
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new HaumeaException(
                ErrorCode.INVALID_ARGUMENT,
                "state[" + key + "] is not a number, but " + ValueText.of(value));
    }

    @Override
    public long increment(String key, long amount) {
        long sum = counter(key) + amount;
        values.put(key, sum);
        return sum;
    }
}
