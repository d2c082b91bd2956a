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
package io.haumea.engine.expression;

import io.haumea.sql.plan.Slot;
import java.util.List;

/**
 * Where the slots of a plan are while an expression runs: columns in the row of the source before a
 * window, everything in the rule's own row after it.
 */
@FunctionalInterface
public interface SlotAccess {

    /**
     * How the value of a slot is read.
     *
     * @param slot its index in the plan
     * @return reads it
     */
    Evaluator read(int slot);

    /**
     * Before a window.
     *
     * @param slots the plan's slots
     * @param sourceSlots for each plan slot that comes from the source: its index there
     * @return the access
     */
    static SlotAccess ofMessage(List<Slot> slots, int[] sourceSlots) {
        return slot -> {
            Slot kind = slots.get(slot);
            if (kind instanceof Slot.MetadataOf) {
                return Frame::metadata;
            }
            if (kind instanceof Slot.Column
                    || kind instanceof Slot.Whole
                    || kind instanceof Slot.Presence) {
                int index = sourceSlots[slot];
                return frame -> frame.source()[index];
            }
            return frame -> frame.own()[slot];
        };
    }

    /**
     * After a window, or on a group.
     *
     * @return the access
     */
    static SlotAccess ofOwnRow() {
        return slot ->
                frame -> {
                    Object value = frame.own()[slot];
                    if (value instanceof Failure failure) {
                        throw new EvaluationException(failure.text());
                    }
                    return value;
                };
    }
}
