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
package io.haumea.server.rule;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.haumea.engine.rule.RuleOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule as its user defined it, completed by the defaults of the server at that time.
 *
 * @param triggered whether it is meant to run
 * @param id its id
 * @param sql what it computes
 * @param actions where its results go; each an object with one or more sinks by type
 * @param options its options
 */
record RuleDefinition(
        boolean triggered,
        String id,
        String sql,
        List<Map<String, JsonElement>> actions,
        RuleOptions options) {

    RuleDefinition {
        actions = List.copyOf(actions);
    }

    RuleDefinition triggered(boolean value) {
        return new RuleDefinition(value, id, sql, actions, options);
    }

    /**
     * The form that is stored and shown: keys in the reference's order, those inside actions
     * sorted, and nothing that a page could take for markup.
     */
    String toJson() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setHtmlSafe(false);
            json.beginObject();
            json.name("triggered").value(triggered);
            json.name("id").value(id);
            json.name("sql").value(sql);
            json.name("actions").beginArray();
            for (Map<String, JsonElement> action : actions) {
                object(json, action);
            }
            json.endArray();
            options(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has none
        }
        // These stand nowhere but inside of texts.
        return text.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private void options(JsonWriter json) throws IOException {
        json.name("options").beginObject();
        json.name("isEventTime").value(options.isEventTime());
        json.name("lateTolerance").value(options.lateToleranceMillis());
        if (options.idleTimeoutMillis() != 0) {
            json.name("idleTimeout").value(options.idleTimeoutMillis());
        }
        json.name("concurrency").value(options.concurrency());
        json.name("bufferLength").value(options.bufferLength());
        json.name("sendMetaToSink").value(options.sendMetaToSink());
        json.name("qos").value(options.qos());
        json.name("checkpointInterval").value(options.checkpointIntervalMillis());
        json.endObject();
    }

    private static void object(JsonWriter json, Map<String, JsonElement> object)
            throws IOException {
        json.beginObject();
        for (Map.Entry<String, JsonElement> entry : new TreeMap<>(object).entrySet()) {
            json.name(entry.getKey());
            value(json, entry.getValue());
        }
        json.endObject();
    }

    private static void value(JsonWriter json, JsonElement value) throws IOException {
        if (value instanceof JsonObject object) {
            object(json, object.asMap());
        } else if (value.isJsonArray()) {
            json.beginArray();
            for (JsonElement item : value.getAsJsonArray()) {
                value(json, item);
            }
            json.endArray();
        } else if (value.isJsonNull()) {
            json.nullValue();
        } else if (value.getAsJsonPrimitive().isString()) {
            json.value(value.getAsString());
        } else {
            json.jsonValue(value.toString());
        }
    }
}
