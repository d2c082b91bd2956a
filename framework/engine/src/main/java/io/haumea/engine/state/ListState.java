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
package io.haumea.engine.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values in order. Adding at the end and removing from the beginning cost little, whatever the
 * length. Used by the rule's thread alone.
 *
 * @param <V> what is kept
 */
public final class ListState<V> {

    private static final int LEAST_CAPACITY = 16;

    private @Nullable Object[] values = new Object[LEAST_CAPACITY];
    private int begin;
    private int end;

    /** How many there are. */
    public int size() {
        return end - begin;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return begin == end;
    }

    /**
     * A value.
     *
     * @param index its place, from 0
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public V get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index + " of " + size());
        }
        return (V) values[begin + index];
    }

    /**
     * Adds a value at the end.
     *
     * @param value the value
     */
    public void add(V value) {
        makeRoom();
        values[end++] = value;
    }

    /**
     * Adds a value somewhere; costs as much as values come after it.
     *
     * @param index its place, from 0 to the number of values
     * @param value the value
     */
    public void insert(int index, V value) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException(index + " of " + size());
        }
        makeRoom();
        int place = begin + index;
        System.arraycopy(values, place, values, place + 1, end - place);
        values[place] = value;
        end++;
    }

    /**
     * A part of the values.
     *
     * @param from the first
     * @param to the one after the last
     * @return a list of its own
     */
    @SuppressWarnings("unchecked")
    public List<V> copy(int from, int to) {
        return new ArrayList<>((List<V>) Arrays.asList(values).subList(begin + from, begin + to));
    }

    /**
     * Removes values from the beginning.
     *
     * @param count how many
     */
    public void removeFirst(int count) {
        if (count < 0 || count > size()) {
            throw new IndexOutOfBoundsException(count + " of " + size());
        }
        Arrays.fill(values, begin, begin + count, null);
        begin += count;
        if (begin == end) {
            begin = 0;
            end = 0;
        }
    }

    /** Takes all values away and returns them. */
    public List<V> takeAll() {
        List<V> taken = copy(0, size());
        clear();
        return taken;
    }

    /** Forgets all. */
    public void clear() {
        values = new Object[LEAST_CAPACITY];
        begin = 0;
        end = 0;
    }

    private void makeRoom() {
        if (end < values.length) {
            return;
        }
        int size = size();
        // Moving costs less than the removals that have made room for it.
        @Nullable Object[] target = begin > size ? values : new Object[2 * size + LEAST_CAPACITY];
        System.arraycopy(values, begin, target, 0, size);
        if (target == values) {
            Arrays.fill(values, size, end, null);
        }
        values = target;
        begin = 0;
        end = size;
    }
}
