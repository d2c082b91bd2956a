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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.engine.conformance.ConformanceRows;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row that tells what one operator of the reference makes of rows, as a rule: its rows become
 * messages, joined ones with a key of their own, and what passes the operator is seen in columns
 * {@code stream__column} that are added to the SELECT list.
 */
final class OperatorRow {

    private static final String KEY = "joined_by";
    private static final Pattern STREAM =
            Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)(?:\\s+as\\s+(\\w+))?");
    private static final Pattern ALIAS = Pattern.compile("(?i)\\sas\\s(\\w+)(?=,| from)");
    private static final Pattern WHERE = Pattern.compile("(?i)\\bwhere .*?(?= group by|$)");
    private static final Pattern JOIN =
            Pattern.compile("(?i)\\bjoin (\\w+)(?: on \\S+ = \\S+)?(?= where| group by|$)");

    private final JsonObject json;
    private final String sql;

    /** The streams by what the statement calls them. */
    private final Map<String, String> streams = new LinkedHashMap<>();

    private final Set<String> aliases = new LinkedHashSet<>();
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final List<Sent> messages = new ArrayList<>();

    private boolean joined;

    /** A message; without one, an error event. */
    record Sent(String stream, @Nullable Message message, String error) {}

    OperatorRow(JsonObject json) {
        this.json = json;
        this.sql = json.get("sql").getAsString();
        Matcher stream = STREAM.matcher(sql);
        while (stream.find()) {
            String called = stream.group(2) == null ? stream.group(1) : stream.group(2);
            streams.put(called, stream.group(1));
            columns.put(called, new TreeSet<>());
        }
        ALIAS.matcher(sql).results().forEach(found -> aliases.add(found.group(1)));
        read(json.get("data"));
    }

    String id() {
        return json.get("id").getAsString();
    }

    String kind() {
        return json.get("kind").getAsString();
    }

    Set<String> streams() {
        return new LinkedHashSet<>(streams.values());
    }

    List<Sent> messages() {
        return messages;
    }

    private boolean project() {
        return kind().equals("project");
    }

    private void read(JsonElement data) {
        if (kind(data).equals("error")) {
            String first = streams.values().iterator().next();
            messages.add(new Sent(first, null, data.getAsJsonObject().get("error").getAsString()));
            return;
        }
        int rows = 0;
        for (JsonObject row : rows(data)) {
            if (kind(row).equals("join_tuple")) {
                List<String> called = List.copyOf(columns.keySet());
                JsonArray tuples = row.getAsJsonArray("tuples");
                for (int i = 0; i < tuples.size(); i++) {
                    JsonObject tuple = tuples.get(i).getAsJsonObject();
                    send(tuple, name(tuple, called.get(i)), rows);
                }
                joined = true;
                rows++;
            } else {
                send(row, name(row, columns.keySet().iterator().next()), -1);
            }
        }
    }

    /** What the statement calls the stream of a message. */
    private String name(JsonObject tuple, String otherwise) {
        String emitter = tuple.get("emitter").getAsString();
        for (Map.Entry<String, String> stream : streams.entrySet()) {
            if (emitter.equals(stream.getKey()) || emitter.equals(stream.getValue())) {
                return stream.getKey();
            }
        }
        return otherwise;
    }

    private void send(JsonObject tuple, String called, int key) {
        Map<String, @Nullable Object> fields = ConformanceRows.fields(tuple.get("message"));
        if (!project()) {
            fields.keySet().removeAll(aliases);
        }
        columns.getOrDefault(called, new TreeSet<>()).addAll(fields.keySet());
        if (key >= 0) {
            fields.put(KEY, (long) key);
        }
        Metadata metadata = Metadata.of(ConformanceRows.fields(tuple.get("metadata")));
        messages.add(new Sent(streams.get(called), Message.fields(fields, metadata), ""));
    }

    /** All rows in data of any shape. */
    private static List<JsonObject> rows(JsonElement data) {
        List<JsonObject> rows = new ArrayList<>();
        if (data.isJsonArray()) {
            data.getAsJsonArray().forEach(item -> rows.addAll(rows(item)));
        } else if (data.isJsonObject()) {
            JsonObject object = data.getAsJsonObject();
            String kind = kind(object);
            if (kind.equals("tuple") || kind.equals("join_tuple")) {
                rows.add(object);
            } else {
                for (String part : List.of("windows", "tuples", "content", "rows", "groups")) {
                    if (object.has(part)) {
                        rows.addAll(rows(object.get(part)));
                    }
                }
            }
        }
        return rows;
    }

    private static String kind(JsonElement data) {
        return data.isJsonObject() && data.getAsJsonObject().has("kind")
                ? data.getAsJsonObject().get("kind").getAsString()
                : "";
    }

    /**
     * The statement with the operator, the window that it needs, and columns that show its rows.
     */
    String sql() {
        String text = sql.strip();
        if (!kind().equals("filter")) {
            text = WHERE.matcher(text).replaceAll("");
        }
        text = text.replaceAll(" +", " ");
        if (joined) {
            String key = columns.keySet().iterator().next() + "." + KEY;
            text = JOIN.matcher(text).replaceAll("join $1 on " + key + " = $1." + KEY);
        }
        if (!project()) {
            StringJoiner shown = new StringJoiner(", ");
            columns.forEach(
                    (stream, names) -> names.forEach(name -> shown.add(column(stream, name))));
            text = text.replaceFirst("(?i)select \\*", "SELECT 0 AS zero");
            if (shown.length() > 0) {
                text = text.replaceFirst("(?i) from ", ", " + shown + " FROM ");
            }
        }
        boolean single = kind(json.get("data")).equals("tuple");
        return single || text.matches("(?i).* group by .*") ? text : withWindow(text);
    }

    private static String withWindow(String text) {
        String window = " GROUP BY TUMBLINGWINDOW(ss, 10)";
        int having = text.indexOf(" HAVING");
        return having < 0
                ? text + window
                : text.substring(0, having) + window + text.substring(having);
    }

    private static String column(String stream, String name) {
        return stream + "." + name + " AS " + stream + "__" + name;
    }

    /** What comes out: rows without NULLs, or an error. */
    String expected() {
        if (json.has("error")) {
            return List.of(Map.of("error", json.get("error").getAsString())).toString();
        }
        JsonElement expected = json.get("expected");
        List<Object> rows = new ArrayList<>();
        if (project()) {
            expected.getAsJsonArray().forEach(row -> rows.add(ConformanceRows.fields(row)));
        } else if (kind(expected).equals("grouped_tuples_set")) {
            for (JsonElement group : expected.getAsJsonObject().getAsJsonArray("groups")) {
                rows.add(row(rows(group).get(0)));
            }
        } else {
            rows(expected).forEach(row -> rows.add(row(row)));
        }
        return seen(rows);
    }

    private Map<String, @Nullable Object> row(JsonObject row) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        List<String> called = List.copyOf(columns.keySet());
        List<JsonElement> tuples =
                row.has("tuples") ? row.getAsJsonArray("tuples").asList() : List.of(row);
        for (int i = 0; i < tuples.size(); i++) {
            JsonObject tuple = tuples.get(i).getAsJsonObject();
            String stream = name(tuple, called.get(i));
            ConformanceRows.fields(tuple.get("message"))
                    .forEach(
                            (name, value) ->
                                    all.put(
                                            aliases.contains(name) ? name : stream + "__" + name,
                                            value));
        }
        return all;
    }

    /** Rows as a text that can be compared. */
    String seen(List<?> rows) {
        List<String> texts = new ArrayList<>();
        for (Object row : rows) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            ((Map<?, ?>) row)
                    .forEach((name, value) -> members.put(String.valueOf(name), shown(value)));
            members.values().removeIf(value -> value == null);
            members.remove(KEY);
            if (!project() && !members.containsKey("error")) {
                members.keySet().removeIf(name -> !name.contains("__") && !shows(name));
            }
            texts.add(members.toString());
        }
        if (json.has("match")) {
            texts.sort(null);
        }
        return texts.toString();
    }

    /** Whether what is expected has values of an alias, because the operator computes it. */
    private boolean shows(String alias) {
        return json.has("config") && aliases.contains(alias);
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return ConformanceRows.byValue(value);
    }
}
