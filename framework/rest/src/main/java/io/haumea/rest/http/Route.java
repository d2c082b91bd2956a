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
package io.haumea.rest.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param method its HTTP method
 * @param path its path, with names in braces for variable segments, such as {@code /rules/{name}};
 *     {@code {name...}} as the last one takes all that is left, slashes included
 * @param need who may use it
 * @param handler what it does
 */
public record Route(String method, String path, Need need, Handler handler) {

    /** Does what a route is for. Called from many threads at once. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Carries a request out.
         *
         * @param call the request
         * @return the answer
         * @throws RequestRefused if it can't be carried out as it is
         * @throws IOException if the client is gone
         */
        Answer handle(Call call) throws RequestRefused, IOException;
    }

    /** The end of a variable segment that takes all that is left of the path. */
    private static final String REST = "...}";

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** The values of the variable segments, or empty if that is not this route's path. */
    Optional<Map<String, String>> match(String given) {
        List<String> pattern = segments(path);
        List<String> actual = segments(given);
        String last = pattern.get(pattern.size() - 1);
        if (last.endsWith(REST) && actual.size() > pattern.size()) {
            int kept = pattern.size() - 1;
            List<String> joined = new ArrayList<>(actual.subList(0, kept));
            joined.add(String.join("/", actual.subList(kept, actual.size())));
            actual = joined;
        }
        if (pattern.size() != actual.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String segment = actual.get(i);
            if (expected.startsWith("{") && !segment.isEmpty()) {
                variables.put(
                        expected.substring(1, expected.length() - 1).replace("...", ""), segment);
            } else if (!expected.equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
