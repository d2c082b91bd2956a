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

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.format.RowBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows a whole message in an error text as EMQ X Kuiper 0.9 does: as Go's {@code %s} shows a map,
 * with the types of what is no text. Bad messages alone pay for it.
 */
final class MessageDump implements RowBuilder {

    private static final int MOST_CHARACTERS = 4096;

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private String key = "";
    private int keys;

    Map<String, @Nullable Object> members() {
        return members;
    }

    /** How many keys there were, those that came twice counted twice. */
    int keys() {
        return keys;
    }

    static String text(Map<?, ?> message) {
        StringBuilder text = new StringBuilder();
        append(text, message);
        if (text.length() > MOST_CHARACTERS) {
            text.setLength(MOST_CHARACTERS);
            text.append('…');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof String) {
            text.append(value);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, item) -> sorted.put(String.valueOf(name), item));
            text.append("map[");
            String before = "";
            for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
                text.append(before).append(entry.getKey()).append(':');
                append(text, entry.getValue());
                before = " ";
            }
            text.append(']');
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : " ");
                append(text, list.get(i));
            }
            text.append(']');
        } else {
            text.append("%!s(").append(typed(value)).append(')');
        }
    }

    private static String typed(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        // In a payload every number is a float.
        Object shown =
                value instanceof Long || value instanceof ExactNumber
                        ? (Object) ((Number) value).doubleValue()
                        : value;
        return ValueText.typeName(shown) + "=" + ValueText.of(shown);
    }

    @Override
    public int slot(byte[] utf8, int from, int to) {
        return slot(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public int slot(String name) {
        key = name;
        keys++;
        return 0;
    }

    @Override
    public void setNull(int slot) {
        members.put(key, null);
    }

    @Override
    public void setBoolean(int slot, boolean value) {
        members.put(key, value);
    }

    @Override
    public void setLong(int slot, long value) {
        members.put(key, value);
    }

    @Override
    public void setDouble(int slot, double value) {
        members.put(key, value);
    }

    @Override
    public void setText(int slot, byte[] utf8, int from, int to) {
        members.put(key, new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void set(int slot, @Nullable Object value) {
        members.put(key, value);
    }
}
