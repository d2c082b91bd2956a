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

import java.util.ArrayList;
import java.util.List;

/** The variables of one template while it is parsed. The data, {@code $}, has slot 0. */
final class Scope {

    private final List<String> names = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private int count;

    Scope() {
        declare("$");
    }

    int declare(String name) {
        names.add(name);
        slots.add(count);
        return count++;
    }

    /** The slot of a variable, or -1. */
    int find(String name) {
        int place = names.lastIndexOf(name);
        return place < 0 ? -1 : slots.get(place);
    }

    int mark() {
        return names.size();
    }

    /** Forgets what was declared since. */
    void back(int mark) {
        names.subList(mark, names.size()).clear();
        slots.subList(mark, slots.size()).clear();
    }

    int size() {
        return count;
    }
}
