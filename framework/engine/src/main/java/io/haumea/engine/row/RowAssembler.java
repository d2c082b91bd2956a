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

import io.haumea.engine.row.KeyTable.Entry;
import io.haumea.engine.row.SourceLayout.Column;
import io.haumea.engine.row.SourceLayout.Snapshot;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.Decoder;
import io.haumea.sdk.format.RowBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns messages into rows of a layout. Finds slots without regard to case: of several spellings in
 * one message the all-lower-case one wins, then the first; of one spelling the last. Declared
 * columns are all checked and converted, but only those that a rule reads are kept.
 * Single-threaded.
 */
public final class RowAssembler implements RowBuilder {

    private static final String PREPROCESSOR = "error in preprocessor: ";

    /** Stands in a slot whose value was checked but is read by nobody. */
    private static final Object UNREAD = new Object();

    private final SourceLayout layout;
    private final Decoder decoder;
    private final KeyTable keys = new KeyTable();
    private final RowRules rules;
    private final Conversions conversions;

    private Snapshot snapshot;
    private Column[] columns = {};
    private int[] declared = {};
    private @Nullable Entry[] spelling = {};
    private @Nullable Object[] row = {};
    private @Nullable Entry current;
    private @Nullable Map<String, @Nullable Object> whole;

    /**
     * Makes an assembler.
     *
     * @param layout the slots; may grow meanwhile
     * @param decoder reads payloads
     * @param rules what the stream's options say
     */
    public RowAssembler(SourceLayout layout, Decoder decoder, RowRules rules) {
        this.layout = layout;
        this.decoder = decoder;
        this.rules = rules;
        this.conversions = new Conversions(rules, new EmbeddedJson(decoder));
        this.snapshot = layout.snapshot();
        adopt(snapshot);
    }

    /** Takes over the layout as it is now; called before a batch is begun. */
    public void refresh() {
        if (layout.version() != snapshot.version()) {
            adopt(layout.snapshot());
        }
    }

    private void adopt(Snapshot now) {
        snapshot = now;
        columns = now.columns().toArray(Column[]::new);
        declared = new int[columns.length];
        int count = 0;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].declared()) {
                declared[count++] = i;
            }
        }
        declared = Arrays.copyOf(declared, count);
        spelling = new Entry[columns.length];
        keys.clear();
    }

    /**
     * Adds a message to a batch: a row, or an error event if it doesn't fit.
     *
     * @param message what the source brought
     * @param arrivalMillis when
     * @param batch has room for it
     * @return null, or why the message is not to be had at all: then nothing is added
     */
    public @Nullable String append(Message message, long arrivalMillis, DecodedBatch batch) {
        Arrays.fill(spelling, null);
        row = new Object[columns.length];
        whole = snapshot.whole() ? new LinkedHashMap<>() : null;
        keys.rewind();
        conversions.begin(arrivalMillis);
        byte[] payload = message.payload();
        if (payload != null) {
            try {
                decoder.decode(payload, this);
            } catch (HaumeaException e) {
                return e.getMessage();
            }
        } else {
            Map<String, @Nullable Object> fields = message.fields();
            if (fields != null) {
                fields.forEach(this::setField);
            }
        }
        String error = finish(message);
        if (error == null) {
            batch.add(row, message.metadata(), arrivalMillis);
        } else if (rules.lack() == RowRules.Lack.DROP) {
            return error;
        } else {
            batch.addError(error, message.metadata(), arrivalMillis);
        }
        return null;
    }

    private void setField(String key, @Nullable Object value) {
        int slot = slot(key);
        if (slot != IGNORED) {
            set(slot, value);
        }
    }

    private @Nullable String finish(Message message) {
        for (SourceLayout.Presence presence : snapshot.presences()) {
            row[presence.slot()] = spelling[presence.of()] == null ? null : true;
        }
        if (whole != null) {
            row[SourceLayout.WHOLE_SLOT] = Collections.unmodifiableMap(whole);
        }
        for (int slot : declared) {
            Object value = null;
            if (spelling[slot] == null) {
                if (rules.lack() != RowRules.Lack.FILL) {
                    return PREPROCESSOR + missing(columns[slot].name(), message);
                }
                value = conversions.filling(columns[slot].type());
            } else {
                value = finished(slot);
                if (value instanceof ConversionException e) {
                    return PREPROCESSOR + e.getMessage();
                }
            }
            row[slot] = columns[slot].read() ? value : null;
        }
        return null;
    }

    /** The value of a declared column, or what is wrong with it. */
    private @Nullable Object finished(int slot) {
        Object value = row[slot];
        Column column = columns[slot];
        if (!column.nested()) {
            return value;
        }
        try {
            return conversions.convert(column.name(), column.type(), value);
        } catch (ConversionException e) {
            return e;
        }
    }

    private String missing(String name, Message message) {
        Map<String, @Nullable Object> members = message.fields();
        byte[] payload = message.payload();
        if (payload != null) {
            MessageDump dump = new MessageDump();
            decoder.decode(payload, dump);
            members = dump.members();
        }
        String shown = members == null ? "" : " " + MessageDump.text(members);
        return "invalid data" + shown + ", field " + name + " not found";
    }

    @Override
    public int slot(byte[] utf8, int from, int to) {
        Entry entry = keys.find(utf8, from, to);
        if (entry == null) {
            entry = enter(Arrays.copyOfRange(utf8, from, to));
        }
        return claim(entry);
    }

    @Override
    public int slot(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return slot(bytes, 0, bytes.length);
    }

    private Entry enter(byte[] bytes) {
        String key = new String(bytes, StandardCharsets.UTF_8);
        Integer slot = snapshot.byName().get(Names.fold(key));
        Entry entry = new Entry(bytes, slot == null ? IGNORED : slot);
        keys.add(entry);
        return entry;
    }

    private int claim(Entry entry) {
        current = entry;
        int slot = entry.slot;
        if (slot == IGNORED) {
            return whole == null ? IGNORED : SourceLayout.WHOLE_SLOT;
        }
        Entry earlier = spelling[slot];
        boolean otherSpelling =
                earlier != null && earlier != entry && !earlier.key.equals(entry.key);
        if (otherSpelling && !entry.lowerCase) {
            return whole == null ? IGNORED : SourceLayout.WHOLE_SLOT;
        }
        spelling[slot] = entry;
        return slot;
    }

    @Override
    public void setNull(int slot) {
        set(slot, null);
    }

    @Override
    public void setBoolean(int slot, boolean value) {
        set(slot, value);
    }

    @Override
    public void setLong(int slot, long value) {
        Column column = columns[slot];
        DataType type = column.type();
        if (type == DataType.BIGINT) {
            row[slot] = column.read() ? (Object) value : UNREAD;
        } else if (type == DataType.FLOAT) {
            row[slot] = column.read() ? (Object) (double) value : UNREAD;
        } else if (type == DataType.ANY) {
            keep(slot, undeclared(value));
        } else {
            set(slot, value);
        }
    }

    /** Without a declared type a number is a float, but keeps its digits where a float can't. */
    private static Object undeclared(long value) {
        double nearest = (double) value;
        boolean exact = value != Long.MAX_VALUE && (long) nearest == value;
        return exact ? (Object) nearest : ExactNumber.of(Long.toString(value));
    }

    @Override
    public void setDouble(int slot, double value) {
        Column column = columns[slot];
        DataType type = column.type();
        if (type == DataType.FLOAT) {
            row[slot] = column.read() ? (Object) value : UNREAD;
        } else if (type == DataType.ANY) {
            keep(slot, value);
        } else {
            set(slot, value);
        }
    }

    @Override
    public void setText(int slot, byte[] utf8, int from, int to) {
        Column column = columns[slot];
        if (column.type() == DataType.STRING && !column.read() && whole == null) {
            row[slot] = UNREAD;
        } else {
            set(slot, new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void set(int slot, @Nullable Object value) {
        Column column = columns[slot];
        if (column.type() == DataType.ANY) {
            keep(slot, value);
            return;
        }
        if (column.nested()) {
            // A text in it is read by the decoder, which is at work now.
            row[slot] = value;
            return;
        }
        try {
            Object converted = conversions.convert(column.name(), column.type(), value);
            row[slot] = column.read() ? converted : UNREAD;
        } catch (ConversionException e) {
            row[slot] = e;
        }
    }

    private void keep(int slot, @Nullable Object value) {
        if (slot != SourceLayout.WHOLE_SLOT) {
            row[slot] = value;
        }
        Entry entry = current;
        if (whole != null && entry != null) {
            whole.put(entry.key, value);
        }
    }
}
