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
package io.haumea.sql.analyze;

import io.haumea.sdk.data.DataType;
import io.haumea.sql.plan.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives out the slots of a row, section by section. How long each section is shows only at the end,
 * so a statement is analysed twice: once to count, and once, in the same order, with the right
 * indexes.
 */
final class RowLayout {

    private enum Section {
        COLUMNS,
        WHOLE_MESSAGES,
        COMPUTED,
        AGGREGATED
    }

    private final Map<Section, Integer> starts;
    private final Map<Section, List<Slot>> slots = new EnumMap<>(Section.class);

    /** The slots of columns. */
    private final Map<ColumnKey, Integer> columns = new HashMap<>();

    private final Map<ColumnKey, Integer> presences = new HashMap<>();

    private RowLayout(Map<Section, Integer> starts) {
        this.starts = starts;
        for (Section section : Section.values()) {
            slots.put(section, new ArrayList<>());
        }
    }

    /** A layout whose indexes mean nothing yet. */
    static RowLayout counting() {
        Map<Section, Integer> starts = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            starts.put(section, 0);
        }
        return new RowLayout(starts);
    }

    /** An empty layout that has room for what this one gave out. */
    RowLayout arranged() {
        Map<Section, Integer> arranged = new EnumMap<>(Section.class);
        int start = 0;
        for (Section section : Section.values()) {
            arranged.put(section, start);
            start += section(section).size();
        }
        return new RowLayout(arranged);
    }

    /** The slot of a column; the same for all spellings of its name. */
    int column(int input, String name, DataType type) {
        return columns.computeIfAbsent(
                ColumnKey.of(input, name),
                absent -> add(Section.COLUMNS, new Slot.Column(input, name, type)));
    }

    /** A column by its lower-case name. */
    private record ColumnKey(int input, String name) {
        static ColumnKey of(int input, String name) {
            return new ColumnKey(input, name.toLowerCase(Locale.ROOT));
        }
    }

    /** The input that a column's slot belongs to. */
    int inputOf(int column) {
        return ((Slot.Column) section(Section.COLUMNS).get(column)).input();
    }

    /** Whether a schemaless message has a column. */
    int presence(int input, String name) {
        return presences.computeIfAbsent(
                ColumnKey.of(input, name),
                absent -> add(Section.WHOLE_MESSAGES, new Slot.Presence(input, name)));
    }

    int metadata(int input) {
        return once(Section.WHOLE_MESSAGES, new Slot.MetadataOf(input));
    }

    int whole(int input) {
        return once(Section.WHOLE_MESSAGES, new Slot.Whole(input));
    }

    int computed(String name, DataType type) {
        return add(Section.COMPUTED, new Slot.Computed(name, type));
    }

    int aggregated(String name, DataType type) {
        return add(Section.AGGREGATED, new Slot.Aggregated(name, type));
    }

    List<Slot> slots() {
        List<Slot> all = new ArrayList<>();
        for (Section section : Section.values()) {
            all.addAll(section(section));
        }
        return all;
    }

    private int once(Section section, Slot slot) {
        int index = section(section).indexOf(slot);
        return index < 0 ? add(section, slot) : start(section) + index;
    }

    private int add(Section section, Slot slot) {
        section(section).add(slot);
        return start(section) + section(section).size() - 1;
    }

    private List<Slot> section(Section section) {
        return slots.getOrDefault(section, List.of());
    }

    private int start(Section section) {
        return starts.getOrDefault(section, 0);
    }
}
