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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a stream's rows: its declared columns, and what rules ask for. It only grows, so
 * that a slot once given stays; versioned, so that the decoder sees that it grew. Thread-safe.
 */
public final class SourceLayout {

    /**
     * One slot.
     *
     * @param name the declared spelling, or that of the rule that asked first
     * @param type the declared type, or {@link DataType#ANY}
     * @param declared whether the column is declared, so that every message must have it
     * @param read whether a rule reads it
     */
    record Column(String name, DataType type, boolean declared, boolean read) {
        /** Whether its values have parts, and may be JSON in a text. */
        boolean nested() {
            return type instanceof DataType.Array || type instanceof DataType.Struct;
        }
    }

    /**
     * The slots at one moment.
     *
     * @param version rises with each change
     * @param columns the slots
     * @param byName slots by folded name
     * @param presences slots that tell whether the message has a column
     * @param whole whether a rule wants all columns of each message
     */
    record Snapshot(
            int version,
            List<Column> columns,
            Map<String, Integer> byName,
            List<Presence> presences,
            boolean whole) {
        Snapshot {
            columns = List.copyOf(columns);
            byName = Map.copyOf(byName);
            presences = List.copyOf(presences);
        }
    }

    /**
     * A slot that is true if the message has a column, be it null.
     *
     * @param slot the slot
     * @param of the slot of the column
     */
    record Presence(int slot, int of) {}

    /** The slot of the whole message, where a rule wants all columns. */
    public static final int WHOLE_SLOT = 0;

    /** Rises with each change, so that readers see without a lock that there was one. */
    private final AtomicInteger version = new AtomicInteger();

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Integer, Presence> presences = new LinkedHashMap<>();
    private boolean whole;
    private @Nullable Snapshot latest;

    /**
     * The layout of a stream that nobody reads yet.
     *
     * @param schema its declared columns
     */
    public SourceLayout(Schema schema) {
        columns.add(new Column("*", DataType.ANY, false, false));
        for (Field field : schema.fields()) {
            byName.putIfAbsent(Names.fold(field.name()), columns.size());
            columns.add(new Column(field.name(), field.type(), true, false));
        }
    }

    int version() {
        return version.get();
    }

    /** The slots as they are; made when asked for, as rules ask for many columns at a time. */
    synchronized Snapshot snapshot() {
        Snapshot known = latest;
        if (known == null || known.version() != version.get()) {
            List<Presence> told = List.copyOf(presences.values());
            known = new Snapshot(version.get(), columns, byName, told, whole);
            latest = known;
        }
        return known;
    }

    /**
     * The slot of a column, which is there and read from now on.
     *
     * @param name in any case
     * @return the slot, for good
     */
    public synchronized int read(String name) {
        Integer known = byName.get(Names.fold(name));
        if (known == null) {
            byName.put(Names.fold(name), columns.size());
            columns.add(new Column(name, DataType.ANY, false, true));
            version.incrementAndGet();
            return columns.size() - 1;
        }
        Column column = columns.get(known);
        if (!column.read()) {
            columns.set(known, new Column(column.name(), column.type(), column.declared(), true));
            version.incrementAndGet();
        }
        return known;
    }

    /**
     * The slot that tells whether the message has a column: true, or NULL if it has not.
     *
     * @param name in any case
     * @return the slot, for good
     */
    public synchronized int presence(String name) {
        int of = read(name);
        Presence known = presences.get(of);
        if (known == null) {
            known = new Presence(columns.size(), of);
            columns.add(new Column(name, DataType.BOOLEAN, false, false));
            presences.put(of, known);
            version.incrementAndGet();
        }
        return known.slot();
    }

    /** Makes every message's columns be kept as a whole in {@link #WHOLE_SLOT} from now on. */
    public synchronized void readWhole() {
        if (!whole) {
            whole = true;
            version.incrementAndGet();
        }
    }
}
