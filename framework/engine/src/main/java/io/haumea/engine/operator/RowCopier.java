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
package io.haumea.engine.operator;

import io.haumea.engine.expression.Frame;
import io.haumea.sql.plan.Slot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a message of one stream into a row of the rule's own: the slots that are known before rows
 * are grouped.
 */
final class RowCopier {

    private final int[] from;
    private final Origin[] origins;
    private final int[] slots;

    private enum Origin {
        SOURCE,
        OWN,
        METADATA,
        NOTHING
    }

    private RowCopier(int[] slots, List<Slot> plan, int[] sourceSlots, int input) {
        this.slots = slots;
        this.from = new int[slots.length];
        this.origins = new Origin[slots.length];
        for (int i = 0; i < slots.length; i++) {
            origins[i] = origin(plan.get(slots[i]), input);
            from[i] = origins[i] == Origin.SOURCE ? sourceSlots[slots[i]] : slots[i];
        }
    }

    /** For rules of one stream: a value is in the place that its slot has in the plan. */
    static RowCopier ofOnlyStream(List<Slot> plan, int[] sourceSlots) {
        int[] slots = new int[widthBeforeGroups(plan)];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = i;
        }
        return new RowCopier(slots, plan, sourceSlots, 0);
    }

    /** For one of several streams: its own slots alone, see {@link #slots}. */
    static RowCopier ofStream(List<Slot> plan, int[] sourceSlots, int input) {
        int[] slots = new int[plan.size()];
        int count = 0;
        for (int i = 0; i < slots.length; i++) {
            Origin origin = origin(plan.get(i), input);
            if (origin == Origin.SOURCE || origin == Origin.METADATA) {
                slots[count++] = i;
            }
        }
        return new RowCopier(Arrays.copyOf(slots, count), plan, sourceSlots, input);
    }

    /** How many slots have a value before rows are grouped; they are the first. */
    static int widthBeforeGroups(List<Slot> plan) {
        int width = plan.size();
        while (width > 0 && plan.get(width - 1) instanceof Slot.Aggregated) {
            width--;
        }
        return width;
    }

    private static Origin origin(Slot slot, int input) {
        if (slot instanceof Slot.Column column) {
            return column.input() == input ? Origin.SOURCE : Origin.NOTHING;
        }
        if (slot instanceof Slot.Presence presence) {
            return presence.input() == input ? Origin.SOURCE : Origin.NOTHING;
        }
        if (slot instanceof Slot.Whole whole) {
            return whole.input() == input ? Origin.SOURCE : Origin.NOTHING;
        }
        if (slot instanceof Slot.MetadataOf metadata) {
            return metadata.input() == input ? Origin.METADATA : Origin.NOTHING;
        }
        return Origin.OWN;
    }

    /** For each value of a copy, its slot in the plan. */
    int[] slots() {
        return slots;
    }

    @Nullable Object[] copy(Frame frame) {
        @Nullable Object[] row = new Object[slots.length];
        @Nullable Object[] source = frame.source();
        @Nullable Object[] own = frame.own();
        for (int i = 0; i < row.length; i++) {
            row[i] =
                    switch (origins[i]) {
                        case SOURCE -> source[from[i]];
                        case OWN -> own[from[i]];
                        case METADATA -> frame.metadata();
                        case NOTHING -> null;
                    };
        }
        return row;
    }
}
