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
package io.haumea.trial.cases;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one case. Unknown keys are ignored. */
final class CaseReader {

    private static final Gson GSON =
            new GsonBuilder()
                    .setStrictness(Strictness.STRICT)
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .create();
    private static final TypeToken<Map<String, @Nullable Object>> MAP = new TypeToken<>() {};

    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

    /** After the last message, as windows end later than what is in them. */
    private static final long REST_MILLIS = 1_000;

    private final JsonFields fields;

    private CaseReader(JsonFields fields) {
        this.fields = fields;
    }

    /**
     * Reads a case.
     *
     * @param fields what it holds
     * @param id its name
     */
    static RuleCase read(JsonFields fields, String id) throws BrokenCaseException {
        return new CaseReader(fields).read(id);
    }

    /** What a case holds. */
    static JsonFields fields(String text) throws BrokenCaseException {
        try {
            JsonElement element = GSON.fromJson(text, JsonElement.class);
            if (element instanceof JsonObject object) {
                return new JsonFields(object, "the case");
            }
            throw new BrokenCaseException("a case must be a JSON object");
        } catch (JsonParseException | StackOverflowError e) {
            throw new BrokenCaseException("it is not JSON" + place(e));
        }
    }

    /** Where the parser stopped; the rest of what it says is for programmers. */
    private static String place(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
        return place.find() ? ", " + place.group() : "";
    }

    private RuleCase read(String id) throws BrokenCaseException {
        List<String> streams = new ArrayList<>();
        for (JsonElement stream : fields.list("streams")) {
            streams.add(JsonFields.text(stream, "streams"));
        }
        long start = fields.number("start_ms", 0);
        List<RuleCase.Input> input = new ArrayList<>();
        long last = start;
        for (JsonElement item : fields.list("input")) {
            RuleCase.Input message = input(new JsonFields(item, "input"), start);
            last = Math.max(last, message.atMillis());
            input.add(message);
        }
        return new RuleCase(
                id,
                streams,
                rule(),
                input,
                start,
                fields.number("end_ms", last + REST_MILLIS),
                fields.has("do"),
                expectation());
    }

    private RuleCase.Rule rule() throws BrokenCaseException {
        JsonElement found = fields.get("rule");
        if (found == null) {
            throw new BrokenCaseException("the case has no 'rule'");
        }
        JsonFields rule = new JsonFields(found, "rule");
        String sql = rule.textOr("sql", null);
        JsonElement sink = rule.get("sink");
        return new RuleCase.Rule(
                sql, OptionsReader.read(rule), sink == null ? Map.of() : map(sink, "sink"));
    }

    private static RuleCase.Input input(JsonFields item, long start) throws BrokenCaseException {
        JsonElement message = item.get("message");
        JsonElement payload = item.get("payload");
        String text;
        if (message != null) {
            text = TaggedValues.plain(message).toString();
        } else if (payload != null) {
            text = JsonFields.text(payload, "payload");
        } else {
            throw new BrokenCaseException("each input needs a 'message' or a 'payload'");
        }
        JsonElement meta = item.get("meta");
        return new RuleCase.Input(
                item.textOr("stream", null),
                item.number("at_ms", start),
                text,
                meta == null || meta.isJsonNull() ? Map.of() : map(meta, "meta"));
    }

    private static Map<String, @Nullable Object> map(JsonElement value, String name)
            throws BrokenCaseException {
        JsonElement plain = TaggedValues.plain(value);
        if (plain instanceof JsonObject) {
            return GSON.fromJson(plain, MAP);
        }
        throw new BrokenCaseException("'" + name + "' must be an object, but is " + value);
    }

    private RuleCase.Expectation expectation() throws BrokenCaseException {
        JsonElement error = fields.get("expect_error");
        boolean fails = error != null && !error.isJsonNull() && !isFalse(error);
        JsonElement expect = fields.get("expect");
        if (expect != null && !(expect instanceof JsonArray)) {
            throw new BrokenCaseException("'expect' must be a list, but is " + expect);
        }
        return new RuleCase.Expectation(
                expect instanceof JsonArray array ? array.asList() : null,
                fields.flag("unordered"),
                fields.decimal("tolerance"),
                fails,
                fails && error.getAsJsonPrimitive().isString() ? error.getAsString() : null);
    }

    private static boolean isFalse(JsonElement value) {
        return value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isBoolean()
                && !value.getAsBoolean();
    }
}
