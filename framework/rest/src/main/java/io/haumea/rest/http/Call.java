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

import io.haumea.server.access.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request on its way to the handler of its route.
 *
 * @param exchange the request
 * @param variables the values of the variable segments of its path
 * @param caller who sent it
 */
public record Call(Exchange exchange, Map<String, String> variables, Caller caller) {

    /** The most a JSON document or a statement may hold, in bytes. */
    public static final int MAX_TEXT_BYTES = 1024 * 1024;

    /** The value of the segment {@code {name}}. */
    public String name() {
        return variables.getOrDefault("name", "");
    }

    /**
     * Reads a text body.
     *
     * @return the body
     * @throws RequestRefused if it is too large (413) or takes too long to come (408)
     * @throws IOException if the client is gone
     */
    public String text() throws RequestRefused, IOException {
        LimitedBody body = new LimitedBody(exchange.body(), MAX_TEXT_BYTES, true);
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            body.check();
            throw e;
        }
    }
}
