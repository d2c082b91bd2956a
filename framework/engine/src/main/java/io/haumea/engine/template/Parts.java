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
package io.haumea.engine.template;

import io.haumea.engine.template.text.FunctionException;
import io.haumea.engine.template.text.Values;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code len}, {@code index} and {@code slice}. Texts count in bytes of UTF-8, as in Go. */
final class Parts {

    private Parts() {}

    static long length(@Nullable Object value) throws FunctionException {
        if (value instanceof String text) {
            return bytes(text).length;
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        throw new FunctionException(
                value == null ? "len of nil pointer" : "len of type " + Values.type(value));
    }

    static @Nullable Object index(@Nullable Object[] arguments) throws FunctionException {
        Object item = arguments[0];
        if (item == null) {
            throw new FunctionException("index of untyped nil");
        }
        for (int i = 1; i < arguments.length; i++) {
            item = index(item, arguments[i]);
        }
        return item;
    }

    private static @Nullable Object index(@Nullable Object item, @Nullable Object index)
            throws FunctionException {
        if (item instanceof Map<?, ?> map) {
            if (!(index instanceof String)) {
                throw new FunctionException(
                        index == null
                                ? "value is nil; should be of type string"
                                : "value has type " + Values.type(index) + "; should be string");
            }
            return map.get(index);
        }
        if (item instanceof List<?> list) {
            return list.get(place(index, list.size() - 1));
        }
        if (item instanceof String text) {
            byte[] bytes = bytes(text);
            return bytes[place(index, bytes.length - 1)] & 0xFFL;
        }
        throw new FunctionException(
                item == null
                        ? "index of nil pointer"
                        : "can't index item of type " + Values.type(item));
    }

    private static int place(@Nullable Object index, int most) throws FunctionException {
        if (!(index instanceof Long place)) {
            throw new FunctionException(
                    index == null
                            ? "cannot index slice/array with nil"
                            : "cannot index slice/array with type " + Values.type(index));
        }
        if (place < 0 || place > most) {
            throw new FunctionException("index out of range: " + place);
        }
        return place.intValue();
    }

    static Object slice(@Nullable Object[] arguments) throws FunctionException {
        Object item = arguments[0];
        if (item instanceof List<?> list) {
            int[] ends = ends(arguments, list.size(), 3);
            return list.subList(ends[0], ends[1]);
        }
        if (item instanceof String text) {
            byte[] bytes = bytes(text);
            int[] ends = ends(arguments, bytes.length, 2);
            return new String(bytes, ends[0], ends[1] - ends[0], StandardCharsets.UTF_8);
        }
        throw new FunctionException(
                item == null
                        ? "slice of untyped nil"
                        : "can't slice item of type " + Values.type(item));
    }

    /** Start and end; a third index, Go's limit of growth, is checked alone. */
    private static int[] ends(@Nullable Object[] arguments, int size, int most)
            throws FunctionException {
        int count = arguments.length - 1;
        if (count > 3) {
            throw new FunctionException("too many slice indexes: " + count);
        }
        if (count > most) {
            throw new FunctionException("cannot slice string with 3 indexes");
        }
        int[] places = {0, size, size};
        for (int i = 0; i < count; i++) {
            places[i] = place(arguments[i + 1], size);
        }
        for (int i = 0; i < 2; i++) {
            if (places[i] > places[i + 1]) {
                throw new FunctionException(
                        "invalid slice index: " + places[i] + " > " + places[i + 1]);
            }
        }
        return Arrays.copyOf(places, 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
