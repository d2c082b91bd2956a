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
package io.haumea.engine.expression;

import io.haumea.engine.row.Names;
import io.haumea.sdk.data.ValueText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of structs, elements and parts of arrays. */
final class Paths {

    private Paths() {}

    static @Nullable Object member(@Nullable Object value, String folded) {
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Object exact = map.get(folded);
            if (exact != null || map.containsKey(folded)) {
                return exact;
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getKey() instanceof String key && Names.fold(key).equals(folded)) {
                    return entry.getValue();
                }
            }
            return null;
        }
        if (value instanceof List) {
            throw new EvaluationException(
                    "the result "
                            + ValueText.of(value)
                            + " is not a type of map[string]interface{}");
        }
        // What is no struct has no members; EMQ X Kuiper 0.9 answers nil as well.
        return null;
    }

    static @Nullable Object element(@Nullable Object value, long index) {
        List<?> list = list(value);
        if (list == null) {
            return null;
        }
        long at = index < 0 ? index + list.size() : index;
        if (at < 0 || at >= list.size()) {
            throw new EvaluationException("out of index: " + index + " of " + list.size());
        }
        return list.get((int) at);
    }

    static @Nullable Object slice(@Nullable Object value, @Nullable Long from, @Nullable Long to) {
        List<?> list = list(value);
        if (list == null) {
            return null;
        }
        int begin = clamp(from == null ? 0 : from, list.size());
        int end = clamp(to == null ? list.size() : to, list.size());
        return begin >= end ? List.of() : list.subList(begin, end);
    }

    private static int clamp(long index, int size) {
        long at = index < 0 ? index + size : index;
        return (int) Math.max(0, Math.min(size, at));
    }

    private static @Nullable List<?> list(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof Map) {
            throw new EvaluationException("[] is an invalid operation for map[string]interface {}");
        }
        throw new EvaluationException("invalid operation " + ValueText.operand(value) + " []");
    }
}
