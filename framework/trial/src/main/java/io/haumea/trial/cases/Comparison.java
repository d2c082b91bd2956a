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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Compares what came out with what was expected: numbers by value, objects by their keys, texts
 * exactly.
 */
public final class Comparison {

    private final boolean unordered;
    private final double tolerance;

    /**
     * A comparison as a case wants it.
     *
     * @param expectation says how strict it is
     */
    public Comparison(RuleCase.Expectation expectation) {
        this.unordered = expectation.unordered();
        this.tolerance = expectation.tolerance();
    }

    /**
     * Whether all that the sink got is what was expected.
     *
     * @param expected from the case
     * @param actual as it was sent: arrays, objects, or texts of a template
     * @return whether they are the same
     */
    public boolean sameOutput(List<JsonElement> expected, List<JsonElement> actual) {
        return sameList(expected, actual, this::sameEmission);
    }

    private static boolean sameList(
            List<JsonElement> expected,
            List<JsonElement> actual,
            BiPredicate<JsonElement, JsonElement> same) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same.test(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameEmission(JsonElement expected, JsonElement actual) {
        if (isText(actual) && !isText(expected)) {
            // What a template made is a text; a case may expect it as the JSON that it is.
            try {
                return same(expected, JsonParser.parseString(actual.getAsString()));
            } catch (JsonParseException e) {
                return false;
            }
        }
        if (unordered && expected instanceof JsonArray a && actual instanceof JsonArray b) {
            return sameSet(a, b);
        }
        return same(expected, actual);
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private boolean sameSet(JsonArray expected, JsonArray actual) {
        List<JsonElement> left = new ArrayList<>(actual.asList());
        for (JsonElement wanted : expected) {
            boolean found = false;
            for (int i = 0; i < left.size() && !found; i++) {
                if (same(wanted, left.get(i))) {
                    left.remove(i);
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private boolean same(JsonElement expected, JsonElement actual) {
        String tag = TaggedValues.tag(expected);
        if (tag != null) {
            return sameTagged(tag, TaggedValues.content(expected), actual);
        }
        if (expected instanceof JsonObject a) {
            return actual instanceof JsonObject b && sameObject(a, b);
        }
        if (expected instanceof JsonArray a) {
            return actual instanceof JsonArray b && sameList(a.asList(), b.asList(), this::same);
        }
        if (expected instanceof JsonPrimitive a && a.isNumber()) {
            return actual instanceof JsonPrimitive b && b.isNumber() && sameNumber(a, b);
        }
        return expected.equals(actual);
    }

    private boolean sameTagged(String tag, JsonElement content, JsonElement actual) {
        return tag.equals("$time")
                ? isText(actual) && sameInstant(content.getAsLong(), actual.getAsString())
                : same(content, actual);
    }

    private static boolean sameInstant(long millis, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli() == millis;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean sameObject(JsonObject expected, JsonObject actual) {
        if (!expected.keySet().equals(actual.keySet())) {
            return false;
        }
        for (Map.Entry<String, JsonElement> entry : expected.entrySet()) {
            if (!same(entry.getValue(), actual.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameNumber(JsonPrimitive expected, JsonPrimitive actual) {
        BigDecimal a = new BigDecimal(expected.getAsString());
        BigDecimal b = new BigDecimal(actual.getAsString());
        if (a.compareTo(b) == 0) {
            return true;
        }
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (tolerance == 0) {
            // Two spellings of one double are one number, but whole numbers have all their digits.
            return x == y && isFraction(a, b);
        }
        return Math.abs(x - y) <= tolerance * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
    }

    private static boolean isFraction(BigDecimal a, BigDecimal b) {
        return a.stripTrailingZeros().scale() > 0 || b.stripTrailingZeros().scale() > 0;
    }
}
