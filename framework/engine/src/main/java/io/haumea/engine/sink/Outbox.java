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
package io.haumea.engine.sink;

import io.haumea.engine.operator.Emission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Results that wait for a sink, in order. Bounded. Thread-safe. */
final class Outbox {

    private static final int MOST_AT_ONCE = 256;

    private final Deque<Emission> waiting = new ArrayDeque<>();
    private final int capacity;
    private int underway;

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds results as far as there is room, and returns how many found none.
     *
     * @param all whether those without room are taken too: by a rule that itself waits while there
     *     is none, so that they are never more than it makes at once
     */
    synchronized int add(List<Emission> emissions, boolean all) {
        int room = all ? Integer.MAX_VALUE : capacity - waiting.size() - underway;
        int fitting = Math.min(emissions.size(), room);
        for (int i = 0; i < fitting; i++) {
            waiting.add(emissions.get(i));
        }
        return emissions.size() - Math.max(0, fitting);
    }

    /** Takes the next few; they count as waiting until {@link #done}. */
    synchronized List<Emission> take() {
        List<Emission> taken = new ArrayList<>(Math.min(MOST_AT_ONCE, waiting.size()));
        while (taken.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
            taken.add(waiting.poll());
        }
        underway += taken.size();
        return taken;
    }

    /** One of those taken is done; returns whether that has made it less than half full. */
    synchronized boolean done() {
        underway--;
        return waiting.size() + underway == capacity / 2;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized int size() {
        return waiting.size() + underway;
    }

    synchronized boolean crowded() {
        return waiting.size() + underway > capacity / 2;
    }

    /** Throws all away that is not done, and returns how many that were. */
    synchronized int clear() {
        int count = waiting.size() + underway;
        waiting.clear();
        underway = 0;
        return count;
    }
}
