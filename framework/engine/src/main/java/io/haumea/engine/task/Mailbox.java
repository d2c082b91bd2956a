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
package io.haumea.engine.task;

import io.haumea.engine.row.DecodedBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Batches that wait for a rule, in order. Bounded in messages and in bytes. Thread-safe. */
final class Mailbox {

    /** What could not be read has no rows, but must not pile up either. */
    private static final int MOST_REJECTED = 256;

    private final Deque<Letter> letters = new ArrayDeque<>(4);
    private final int capacity;
    private final long byteCapacity;
    private int messages;
    private long bytes;

    /** A batch of one of the rule's inputs. */
    record Letter(int input, DecodedBatch batch) {
        int weight() {
            return Math.max(1, batch.size() + Math.min(batch.rejected(), MOST_REJECTED));
        }

        /** The messages that are lost with it. */
        int lost() {
            return batch.size() + batch.rejected();
        }
    }

    /** An empty one for so many messages and bytes, and one batch more. */
    Mailbox(int capacity, long byteCapacity) {
        this.capacity = capacity;
        this.byteCapacity = byteCapacity;
    }

    synchronized boolean offer(Letter letter) {
        if (!hasRoom()) {
            return false;
        }
        letters.add(letter);
        messages += letter.weight();
        bytes += letter.batch().bytes();
        return true;
    }

    synchronized @Nullable Letter peek() {
        return letters.peek();
    }

    /** Takes the first away; returns whether that has made it less than half full. */
    synchronized boolean remove() {
        boolean before = crowded();
        Letter letter = letters.remove();
        messages -= letter.weight();
        bytes -= letter.batch().bytes();
        return before && !crowded();
    }

    synchronized int messages() {
        return messages;
    }

    synchronized boolean hasRoom() {
        return messages < capacity && bytes < byteCapacity;
    }

    synchronized boolean crowded() {
        return messages > capacity / 2 || bytes > byteCapacity / 2;
    }
}
