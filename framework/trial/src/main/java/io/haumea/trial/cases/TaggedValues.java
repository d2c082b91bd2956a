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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that JSON has no words for: {@code {"$float": 3.0}}, {@code {"$time": ms}}, {@code
 * {"$bytes": base64}}, {@code {"$error": text}}.
 */
final class TaggedValues {

    private static final Set<String> TAGS = Set.of("$float", "$time", "$bytes", "$error");

    private TaggedValues() {}

    /** The tag, or null if the value has none. */
    static @Nullable String tag(JsonElement value) {
        if (value instanceof JsonObject object && object.size() == 1) {
            String key = object.keySet().iterator().next();
            return TAGS.contains(key) ? key : null;
        }
        return null;
    }

    /** What is tagged. */
    static JsonElement content(JsonElement value) {
        return value.getAsJsonObject().entrySet().iterator().next().getValue();
    }

    /** The same without tags, as it stands in a message. */
    static JsonElement plain(JsonElement value) {
        if (tag(value) != null) {
            return content(value);
        }
        if (value instanceof JsonObject object) {
            JsonObject plain = new JsonObject();
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                plain.add(entry.getKey(), plain(entry.getValue()));
            }
            return plain;
        }
        if (value instanceof JsonArray array) {
            JsonArray plain = new JsonArray(array.size());
            array.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return value;
    }
}
