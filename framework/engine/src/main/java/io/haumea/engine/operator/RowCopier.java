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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a message into a row of the rule's own, as wide as the plan has slots. */
final class RowCopier {

    private final int width;
    private final int[] fromSource;
    private final int[] sourceSlots;
    private final int[] fromOwn;
    private final int[] metadataSlots;

    RowCopier(List<Slot> slots, int[] sourceSlots) {
        this.width = slots.size();
        this.fromSource = indexes(slots, Slot.Column.class, Slot.Whole.class);
        this.fromOwn = indexes(slots, Slot.Computed.class, Slot.Computed.class);
        this.metadataSlots = indexes(slots, Slot.MetadataOf.class, Slot.MetadataOf.class);
        this.sourceSlots = sourceSlots;
    }

    private static int[] indexes(List<Slot> slots, Class<?> one, Class<?> other) {
        int[] found = new int[slots.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (one.isInstance(slots.get(i)) || other.isInstance(slots.get(i))) {
                found[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    @Nullable Object[] copy(Frame frame) {
        @Nullable Object[] row = new Object[width];
        @Nullable Object[] source = frame.source();
        for (int slot : fromSource) {
            row[slot] = source[sourceSlots[slot]];
        }
        @Nullable Object[] own = frame.own();
        for (int slot : fromOwn) {
            row[slot] = own[slot];
        }
        for (int slot : metadataSlots) {
            row[slot] = frame.metadata();
        }
        return row;
    }
}
