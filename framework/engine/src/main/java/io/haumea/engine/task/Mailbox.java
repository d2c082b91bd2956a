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

/** Batches that wait for a rule, in order. Bounded by the number of messages. Thread-safe. */
final class Mailbox {

    /** What could not be read has no rows, but must not pile up either. */
    private static final int MOST_REJECTED = 256;

    private final Deque<Letter> letters = new ArrayDeque<>(4);
    private final int capacity;
    private int messages;

    /** A batch of one of the rule's inputs. */
    record Letter(int input, DecodedBatch batch) {
        int weight() {
            return Math.max(1, batch.size() + Math.min(batch.rejected(), MOST_REJECTED));
        }
    }

    Mailbox(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean offer(Letter letter) {
        if (messages >= capacity) {
            return false;
        }
        letters.add(letter);
        messages += letter.weight();
        return true;
    }

    synchronized @Nullable Letter peek() {
        return letters.peek();
    }

    /** Takes the first away; returns whether that has made it less than half full. */
    synchronized boolean remove() {
        int before = messages;
        messages -= letters.remove().weight();
        return before > capacity / 2 && messages <= capacity / 2;
    }

    synchronized int messages() {
        return messages;
    }

    synchronized boolean hasRoom() {
        return messages < capacity;
    }

    synchronized boolean crowded() {
        return messages > capacity / 2;
    }
}
