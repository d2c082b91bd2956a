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
package io.haumea.engine.source;

import io.haumea.sdk.data.Message;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much memory messages that wait hold, roughly: the bytes of their payloads. Bounds in messages
 * alone would let large payloads fill the heap.
 */
public final class Weight {

    private static final long LEAST_LIMIT = 1 << 20;
    private static final long LARGEST_LIMIT = 16 << 20;
    private static final long SHARE_OF_HEAP = 64;
    private static final long SMALL_VALUE = 16;
    private static final int DEEPEST = 8;

    private Weight() {}

    /** How many bytes may wait in one place: a 64th of the heap, from 1 MB to 16 MB. */
    public static long limit() {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return Math.max(LEAST_LIMIT, Math.min(LARGEST_LIMIT, share));
    }

    /** The bytes of a message's payload, or about as much as its fields hold. */
    static long of(Message message) {
        byte[] payload = message.payload();
        return payload != null ? payload.length : ofFields(message);
    }

    /** The boundary to a plugin's map: what can't be looked at fails when it is decoded. */
    private static long ofFields(Message message) {
        try {
            return ofValue(message.fields(), DEEPEST);
        } catch (Throwable e) {
            return SMALL_VALUE;
        }
    }

    private static long ofValue(@Nullable Object value, int depth) {
        if (value instanceof CharSequence text) {
            return SMALL_VALUE + text.length();
        }
        if (value instanceof byte[] bytes) {
            return SMALL_VALUE + bytes.length;
        }
        long sum = SMALL_VALUE;
        if (depth > 0 && value instanceof Map<?, ?> map) {
            for (Object member : map.values()) {
                sum += ofValue(member, depth - 1);
            }
        } else if (depth > 0 && value instanceof Collection<?> list) {
            for (Object member : list) {
                sum += ofValue(member, depth - 1);
            }
        }
        return sum;
    }
}
