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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import io.haumea.engine.rule.RuleOptions;
import io.haumea.server.json.JsonProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rules from JSON. Keys are found without regard to case; unknown ones are ignored. */
final class RuleParser {

    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final RuleOptions defaults;

    RuleParser(RuleOptions defaults) {
        this.defaults = defaults;
    }

    /**
     * Reads a rule.
     *
     * @throws RuleException if it can't be understood or lacks something
     */
    RuleDefinition parse(String json) {
        JsonObject object = object(json);
        String id = text(object, "id", json);
        if (id.isEmpty()) {
            throw new RuleException("Missing rule id.", false);
        }
        return parse(object, id, json);
    }

    /**
     * Reads a rule whose id is known.
     *
     * @throws RuleException if it can't be understood, lacks something, or has another id
     */
    RuleDefinition parse(String json, String id) {
        JsonObject object = object(json);
        String written = text(object, "id", json);
        if (!written.isEmpty() && !written.equals(id)) {
            throw new RuleException(
                    "Name is not consistent with rule id: the rule is " + id + ", not " + written,
                    false);
        }
        return parse(object, id, json);
    }

    private RuleDefinition parse(JsonObject object, String id, String json) {
        String sql = sql(object, json);
        List<Map<String, JsonElement>> actions = actions(find(object, "actions"), json);
        if (actions.isEmpty()) {
            throw new RuleException("Missing rule actions.", false);
        }
        int empty = actions.indexOf(Map.of());
        if (empty >= 0) {
            throw new RuleException(
                    "Missing rule actions: action "
                            + empty
                            + " names no sink; write for example {\"log\": {}}.",
                    false);
        }
        JsonElement triggered = find(object, "triggered");
        return new RuleDefinition(
                triggered == null || !triggered.equals(new JsonPrimitive(false)),
                id,
                sql,
                actions,
                options(object, json));
    }

    /**
     * Reads what can be explained of a rule: id and actions may be missing.
     *
     * @throws RuleException if it can't be understood or has no statement
     */
    RuleDefinition query(String json) {
        JsonObject object = object(json);
        return new RuleDefinition(
                true,
                text(object, "id", json),
                sql(object, json),
                actions(find(object, "actions"), json),
                options(object, json));
    }

    private static String sql(JsonObject object, String json) {
        String sql = text(object, "sql", json);
        if (sql.isEmpty()) {
            throw new RuleException("Missing rule SQL.", false);
        }
        return sql;
    }

    private static JsonObject object(String json) {
        JsonElement element;
        try {
            element = GSON.fromJson(json, JsonElement.class);
        } catch (JsonParseException e) {
            throw wrong(json, JsonProblem.of(e));
        }
        if (element instanceof JsonObject object) {
            return object;
        }
        throw wrong(json, element == null ? "it is empty" : "it is no JSON object");
    }

    private static String text(JsonObject object, String key, String json) {
        JsonElement value = find(object, key);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw wrong(json, key + " must be a text, but is " + value);
    }

    private static List<Map<String, JsonElement>> actions(
            @Nullable JsonElement value, String json) {
        if (value == null || value.isJsonNull()) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw wrong(json, "actions must be a list, but is " + value);
        }
        List<Map<String, JsonElement>> actions = new ArrayList<>();
        for (JsonElement item : array) {
            if (!(item instanceof JsonObject action)) {
                throw wrong(json, "an action must be an object, but is " + item);
            }
            actions.add(new LinkedHashMap<>(action.asMap()));
        }
        return actions;
    }

    private RuleOptions options(JsonObject rule, String json) {
        JsonElement value = find(rule, "options");
        if (value == null) {
            return defaults;
        }
        if (value.isJsonNull()) {
            return RuleOptions.NOTHING;
        }
        if (!(value instanceof JsonObject object)) {
            throw wrong(json, "options must be an object, but is " + value);
        }
        Reader options = new Reader(object, json);
        RuleOptions merged =
                new RuleOptions(
                        options.flag("isEventTime", defaults.isEventTime()),
                        options.number("lateTolerance", defaults.lateToleranceMillis()),
                        options.number("idleTimeout", defaults.idleTimeoutMillis()),
                        options.smallNumber("concurrency", defaults.concurrency()),
                        options.smallNumber("bufferLength", defaults.bufferLength()),
                        options.flag("sendMetaToSink", defaults.sendMetaToSink()),
                        options.smallNumber("qos", defaults.qos()),
                        options.number("checkpointInterval", defaults.checkpointIntervalMillis()));
        String problem = merged.problem();
        if (problem != null) {
            throw new RuleException(problem, false);
        }
        return merged;
    }

    /** Looks options up in an object. */
    private record Reader(JsonObject object, String json) {

        boolean flag(String key, boolean otherwise) {
            JsonElement value = find(object, key);
            if (value == null || value.isJsonNull()) {
                return otherwise;
            }
            if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
                return primitive.getAsBoolean();
            }
            throw wrong(json, "options." + key + " must be true or false, but is " + value);
        }

        int smallNumber(String key, int otherwise) {
            long number = number(key, otherwise);
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
        }

        long number(String key, long otherwise) {
            JsonElement value = find(object, key);
            if (value == null || value.isJsonNull()) {
                return otherwise;
            }
            if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
                try {
                    return new BigDecimal(primitive.getAsString()).longValueExact();
                } catch (ArithmeticException | NumberFormatException e) {
                    throw notWhole(key, value);
                }
            }
            throw notWhole(key, value);
        }

        private RuleException notWhole(String key, JsonElement value) {
            return wrong(json, "options." + key + " must be a whole number, but is " + value);
        }
    }

    private static @Nullable JsonElement find(JsonObject object, String key) {
        JsonElement exact = object.get(key);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static RuleException wrong(String json, String problem) {
        return new RuleException("Parse rule " + json + " error : " + problem + ".", false);
    }
}
