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
package io.haumea.engine.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry of a key by its bytes. Messages of one device bring the same keys in the same
 * order, so the entry that followed last time is tried first; a hash table with open addressing is
 * behind it. Bounded: keys beyond the limit are not kept. Single-threaded.
 */
final class KeyTable {

    private static final int MOST_KEYS = 4096;

    /** One spelling of a key. */
    static final class Entry {
        final byte[] bytes;
        final String key;
        final boolean lowerCase;
        final int slot;
        private @Nullable Entry next;

        Entry(byte[] bytes, int slot) {
            this.bytes = bytes;
            this.key = new String(bytes, StandardCharsets.UTF_8);
            this.lowerCase = key.equals(Names.fold(key));
            this.slot = slot;
        }
    }

    private @Nullable Entry[] table = new Entry[64];
    private int count;
    private @Nullable Entry first;
    private @Nullable Entry last;

    /** Begins a new message. */
    void rewind() {
        last = null;
    }

    /** The entry of a key, or null if it is not there yet. */
    @Nullable Entry find(byte[] utf8, int from, int to) {
        Entry before = last;
        Entry guess = before == null ? first : before.next;
        if (guess != null && Arrays.equals(guess.bytes, 0, guess.bytes.length, utf8, from, to)) {
            last = guess;
            return guess;
        }
        Entry found = lookUp(utf8, from, to);
        if (found != null) {
            if (before != null) {
                before.next = found;
            } else {
                first = found;
            }
            last = found;
        }
        return found;
    }

    private @Nullable Entry lookUp(byte[] utf8, int from, int to) {
        int mask = table.length - 1;
        int at = hash(utf8, from, to) & mask;
        while (true) {
            Entry entry = table[at];
            if (entry == null) {
                return null;
            }
            if (Arrays.equals(entry.bytes, 0, entry.bytes.length, utf8, from, to)) {
                return entry;
            }
            at = (at + 1) & mask;
        }
    }

    /** Keeps a new entry, if there is room. */
    void add(Entry entry) {
        if (count >= MOST_KEYS) {
            return;
        }
        if (count * 2 >= table.length) {
            grow();
        }
        insert(entry);
        count++;
    }

    /** Forgets all, because slots have been added. */
    void clear() {
        table = new Entry[64];
        count = 0;
        first = null;
        last = null;
    }

    private void insert(Entry entry) {
        int mask = table.length - 1;
        int at = hash(entry.bytes, 0, entry.bytes.length) & mask;
        while (table[at] != null) {
            at = (at + 1) & mask;
        }
        table[at] = entry;
    }

    private void grow() {
        @Nullable Entry[] old = table;
        table = new Entry[old.length * 2];
        for (Entry entry : old) {
            if (entry != null) {
                insert(entry);
            }
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
