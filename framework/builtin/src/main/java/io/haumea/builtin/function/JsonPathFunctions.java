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
package io.haumea.builtin.function;

import io.haumea.builtin.jsonpath.JsonPath;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.ArgumentCheck;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.ScalarCall;
import io.haumea.sdk.function.ScalarFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions that follow paths into structs and arrays; NULL gives NULL. */
final class JsonPathFunctions {

    private static final String QUERY = "json_path_query";
    private static final String FIRST = "json_path_query_first";

    private JsonPathFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                described(
                                QUERY,
                                "What a path leads to: the value of a path of names and indexes,"
                                        + " which must be there; else an array of all that matches,"
                                        + " which may be empty.")
                        .example(
                                QUERY
                                        + "(a, \"$.friends[*].first\") = [\"A\", \"B\"] for a ="
                                        + " {\"friends\": [{\"first\": \"A\"}, {\"first\":"
                                        + " \"B\"}]}")
                        .callPerPlace(() -> call(QUERY, found -> found)),
                described(
                                FIRST,
                                "The first match of a path that can have more than one; an error if"
                                        + " there is none.")
                        .example(
                                FIRST
                                        + "(a, \"$.friends[? @.age > 60].first\") = \"B\" for a ="
                                        + " {\"friends\": [{\"first\": \"A\", \"age\": 44},"
                                        + " {\"first\": \"B\", \"age\": 68}]}")
                        .callPerPlace(() -> call(FIRST, JsonPathFunctions::first)),
                described(
                                "json_path_exists",
                                "Whether a path leads to a value that is not NULL, or to one match"
                                        + " at least. False for whatever goes wrong, a path that is"
                                        + " none included.")
                        .example("json_path_exists(a, \"$.b\") = false for a = {\"c\": 1}")
                        .returns(DataType.BOOLEAN)
                        .callPerPlace(JsonPathFunctions::exists));
    }

    private static ScalarFunction.Builder described(String name, String summary) {
        return ScalarFunction.named(name)
                .summary(summary)
                .parameter("value", "a struct or an array")
                .parameter("path", "a literal: a JSON path")
                .check(ArgumentCheck.count(2).and(JsonPathFunctions::checkPath));
    }

    private static Optional<String> checkPath(String function, List<Argument> arguments) {
        Argument path = arguments.get(1);
        return path.literal() && path.value() instanceof String
                ? Optional.empty()
                : Optional.of("Expect string type for 2 parameter of function " + function + ".");
    }

    /** What a function makes of what its path leads to. */
    private interface Result {
        @Nullable Object of(@Nullable Object found);
    }

    private static ScalarCall call(String function, Result result) {
        Compiled<JsonPath> paths = new Compiled<>(JsonPath::compile);
        return arguments -> {
            Object value = arguments[0];
            Object path = arguments[1];
            if (value == null || path == null) {
                return null;
            }
            if (!(value instanceof Map || value instanceof List)) {
                throw failed(
                        function,
                        "the first argument must be a map but got " + ValueText.of(value));
            }
            Object found;
            try {
                found = paths.get(Arguments.text(path)).evaluate(value);
            } catch (HaumeaException e) {
                throw failed(function, String.valueOf(e.getMessage()));
            }
            return result.of(found);
        };
    }

    private static @Nullable Object first(@Nullable Object found) {
        if (!(found instanceof List<?> matches)) {
            throw failed(FIRST, "query result (" + ValueText.of(found) + ") is not an array");
        }
        if (matches.isEmpty()) {
            throw failed(FIRST, "query result ([]) is empty");
        }
        return matches.get(0);
    }

    private static ScalarCall exists() {
        Compiled<JsonPath> paths = new Compiled<>(JsonPath::compile);
        return arguments -> {
            Object value = arguments[0];
            Object path = arguments[1];
            return (value == null || path == null) ? null : exists(paths, value, path);
        };
    }

    private static boolean exists(Compiled<JsonPath> paths, Object value, Object path) {
        if (!(value instanceof Map || value instanceof List)) {
            return false;
        }
        try {
            Object found = paths.get(Arguments.text(path)).evaluate(value);
            return found instanceof List<?> matches ? !matches.isEmpty() : found != null;
        } catch (HaumeaException nowhere) {
            return false;
        }
    }

    private static HaumeaException failed(String function, String problem) {
        return Arguments.invalid(function + " function error: " + problem);
    }
}
