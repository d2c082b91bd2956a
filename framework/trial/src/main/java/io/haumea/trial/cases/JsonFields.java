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
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an object, read with words for what is wrong with them. */
final class JsonFields {

    private final JsonObject object;
    private final String owner;

    /**
     * The fields of something.
     *
     * @throws BrokenCaseException if it is no object
     */
    JsonFields(JsonElement value, String owner) throws BrokenCaseException {
        if (!(value instanceof JsonObject known)) {
            throw new BrokenCaseException(owner + " must be an object, but is " + value);
        }
        this.object = known;
        this.owner = owner;
    }

    boolean has(String key) {
        return object.has(key);
    }

    @Nullable JsonElement get(String key) {
        return object.get(key);
    }

    /** Like {@link #get}, but null also for a JSON null. */
    private @Nullable JsonElement given(String key) {
        JsonElement value = object.get(key);
        return value == null || value.isJsonNull() ? null : value;
    }

    /** The elements of a list; none if it is missing. */
    List<JsonElement> list(String key) throws BrokenCaseException {
        JsonElement value = given(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.asList();
        }
        throw wrong(key, "a list", value);
    }

    /** A text; without a fallback it must be there. */
    String textOr(String key, @Nullable String otherwise) throws BrokenCaseException {
        JsonElement value = given(key);
        if (value != null) {
            return text(value, key);
        }
        if (otherwise == null) {
            throw new BrokenCaseException(owner + " has no '" + key + "'");
        }
        return otherwise;
    }

    static String text(JsonElement value, String key) throws BrokenCaseException {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw wrong(key, "a text", value);
    }

    boolean flag(String key) throws BrokenCaseException {
        JsonElement value = given(key);
        if (value == null) {
            return false;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(key, "true or false", value);
    }

    /** A whole number. */
    long number(String key, long otherwise) throws BrokenCaseException {
        JsonElement value = given(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                return new BigDecimal(primitive.getAsString()).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw wrong(key, "a whole number", value);
            }
        }
        throw wrong(key, "a whole number", value);
    }

    /** A number; 0 if it is missing. */
    double decimal(String key) throws BrokenCaseException {
        JsonElement value = given(key);
        if (value == null) {
            return 0;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive.getAsDouble();
        }
        throw wrong(key, "a number", value);
    }

    private static BrokenCaseException wrong(String key, String wanted, JsonElement value) {
        return new BrokenCaseException("'" + key + "' must be " + wanted + ", but is " + value);
    }
}
