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
package io.haumea.engine.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of the right side that may match one of the left. Where values of different kinds
 * would be compared, which is an error, it gives all rows, so that the error comes as it would
 * without it.
 */
final class JoinIndex {

    private static final int[] NOTHING = {};

    private final JoinKeys keys;
    private final @Nullable Map<Object, int[]> places;
    private final int[] all;

    private JoinIndex(JoinKeys keys, @Nullable Map<Object, int[]> places, int[] all) {
        this.keys = keys;
        this.places = places;
        this.all = all;
    }

    /** What can be told apart by a hash as equality tells it. */
    private enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        OTHER
    }

    static JoinIndex of(
            JoinKeys keys, List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        int[] all = IntStream.range(0, right.size()).toArray();
        if (keys.size() == 0 || !comparable(keys, left, right)) {
            return new JoinIndex(keys, null, all);
        }
        Map<Object, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            Object key = key(right.get(i), keys.right());
            found.computeIfAbsent(key, none -> new ArrayList<>(1)).add(i);
        }
        Map<Object, int[]> places = new HashMap<>();
        found.forEach(
                (key, rows) ->
                        places.put(key, rows.stream().mapToInt(Integer::intValue).toArray()));
        return new JoinIndex(keys, places, all);
    }

    int[] candidates(@Nullable Object[] left) {
        return places == null ? all : places.getOrDefault(key(left, keys.left()), NOTHING);
    }

    /** Whether all values of each key are of one kind; NULL goes with any. */
    private static boolean comparable(
            JoinKeys keys, List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        for (int i = 0; i < keys.size(); i++) {
            Kind kind = kind(null, left, keys.left()[i]);
            kind = kind(kind, right, keys.right()[i]);
            if (kind == Kind.OTHER) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Kind kind(
            @Nullable Kind before, List<@Nullable Object[]> rows, int place) {
        Kind kind = before;
        for (@Nullable Object[] row : rows) {
            Object value = row[place];
            if (value != null) {
                Kind own = kind(value);
                kind = kind == null || kind == own ? own : Kind.OTHER;
            }
        }
        return kind;
    }

    private static Kind kind(Object value) {
        if (value instanceof Number) {
            return Kind.NUMBER;
        }
        if (value instanceof String) {
            return Kind.TEXT;
        }
        return value instanceof Boolean ? Kind.BOOLEAN : Kind.OTHER;
    }

    private static Object key(@Nullable Object[] row, int[] places) {
        @Nullable Object[] key = new Object[places.length];
        for (int i = 0; i < key.length; i++) {
            Object value = row[places[i]];
            // Numbers of different types are equal as floats. Whole ones may be so without being
            // equal, which the condition sorts out.
            key[i] = value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value;
        }
        return Arrays.asList(key);
    }
}
