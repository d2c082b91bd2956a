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
package io.haumea.server.json;

import com.google.gson.JsonParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what is wrong with a text that should be JSON, and where. */
public final class JsonProblem {

    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private static final Pattern READ_ON =
            Pattern.compile("^(Unterminated|Expected ':'|Expected name|Use JsonReader)");

    /** How the library's messages begin, and what they mean to people. */
    private static final Map<String, String> MEANINGS =
            Map.of(
                    "Unterminated object", "a comma or } is missing",
                    "Unterminated array", "a comma or ] is missing",
                    "Unterminated string", "a text has no closing quote",
                    "Expected ':'", "a colon is missing",
                    "Expected name", "the name of a member is missing, in double quotes",
                    "Expected value", "a value is missing",
                    "Unexpected value", "a value is missing",
                    "End of input", "the text ends too early",
                    "Invalid escape sequence", "a backslash is followed by what JSON does not know",
                    "Use JsonReader", "JSON does not know what is written here");

    private JsonProblem() {}

    /**
     * What is wrong.
     *
     * @param failure what Gson threw
     * @return such as {@code a comma or } is missing at line 1, column 12}, without a full stop
     */
    public static String of(JsonParseException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        String meaning =
                MEANINGS.entrySet().stream()
                        .filter(entry -> message.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("it is no valid JSON");
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return meaning;
        }
        // The library has read on by one character where it found another than it looked for.
        int column = Integer.parseInt(place.group(2)) - (READ_ON.matcher(message).find() ? 1 : 0);
        return meaning + " at line " + place.group(1) + ", column " + column;
    }
}
