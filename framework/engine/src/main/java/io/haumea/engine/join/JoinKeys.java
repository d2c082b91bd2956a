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

import io.haumea.sql.plan.PlanNode.JoinKey;
import java.util.List;

/** Where the values are that matching rows have in common. */
public final class JoinKeys {

    private final int[] left;
    private final int[] right;

    /**
     * Some keys.
     *
     * @param keys the slots
     * @param rightSlots the slots of the joined stream's rows, in their order
     */
    public JoinKeys(List<JoinKey> keys, int[] rightSlots) {
        left = keys.stream().mapToInt(JoinKey::left).toArray();
        right = keys.stream().mapToInt(key -> place(key.right(), rightSlots)).toArray();
    }

    private static int place(int slot, int[] slots) {
        int place = 0;
        while (slots[place] != slot) {
            place++;
        }
        return place;
    }

    int size() {
        return left.length;
    }

    /** Slots in the rows so far. */
    int[] left() {
        return left;
    }

    /** Places in the rows of the joined stream, in the same order. */
    int[] right() {
        return right;
    }
}
