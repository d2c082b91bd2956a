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

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param headers its headers, {@code Content-Type} included
 * @param body its body, possibly empty
 */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A JSON document: compact, with a line end, and without signs that HTML knows. */
    public static Answer json(JsonElement value) {
        return json(Json.text(value));
    }

    /** A JSON document that is there as text already. */
    public static Answer json(String compact) {
        return new Answer(200, Map.of(TYPE, JSON), Json.escapeHtml(compact) + "\n");
    }

    /** A sentence or a name, without a line end. */
    public static Answer text(int status, String text) {
        return new Answer(status, Map.of(TYPE, TEXT), text);
    }

    /** What is wrong, with a line end; never taken for anything but text by a browser. */
    public static Answer error(int status, String text) {
        return new Answer(
                status, Map.of(TYPE, TEXT, "X-Content-Type-Options", "nosniff"), text + "\n");
    }

    /** No such path. */
    static Answer notFound() {
        return error(404, "404 page not found");
    }

    /** The path is known, the method isn't. */
    static Answer methodNotAllowed(String allowed) {
        return new Answer(405, Map.of("Allow", allowed), "");
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** The body as it is sent. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
