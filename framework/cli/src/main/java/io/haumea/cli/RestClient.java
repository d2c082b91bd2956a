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
package io.haumea.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks to the REST API. */
final class RestClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(10);

    /** How often and for how long a server that is still starting is asked again. */
    private static final int START_TRIES = 40;

    private static final long START_PAUSE_MILLIS = 250;

    private static final int STARTING = 503;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final String host;
    private final String base;
    private final @Nullable String authorization;

    /**
     * Speaks to one server.
     *
     * @param config where it is
     * @param authorization the value of the header Authorization, or null for none
     */
    RestClient(ClientConfig config, @Nullable String authorization) {
        this.host = config.host();
        String authority = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        this.base = "http://" + authority + ":" + config.port();
        this.authorization = authorization;
    }

    String base() {
        return base;
    }

    /** A name as one segment of a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name that may hold slashes as the end of a path. */
    static String segments(String name) {
        return Arrays.stream(name.split("/", -1))
                .map(RestClient::segment)
                .collect(Collectors.joining("/"));
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json", ANSWER_LIMIT);
    }

    Reply post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json", ANSWER_LIMIT);
    }

    Reply put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json", ANSWER_LIMIT);
    }

    Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), "application/json", ANSWER_LIMIT);
    }

    /** Sends a file as the body. */
    Reply upload(String path, Path file) throws FileNotFoundException {
        return send(
                "POST",
                path,
                BodyPublishers.ofFile(file),
                "application/java-archive",
                UPLOAD_LIMIT);
    }

    private Reply send(
            String method, String path, BodyPublisher body, String type, Duration limit) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(limit)
                            .header("Content-Type", type)
                            .method(method, body);
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            return exchange(request.build());
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.USAGE, "'" + base + "' is no address of a server");
        } catch (IOException e) {
            throw noServer(reason(e, host));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noServer("interrupted");
        }
    }

    private Reply exchange(HttpRequest request) throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            HttpResponse<String> response =
                    http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            boolean page = response.body().startsWith("<");
            // Before the API is there, the HTTP server answers by itself, with a page.
            boolean starting =
                    response.statusCode() == STARTING
                            || (page && response.statusCode() == NOT_FOUND);
            if (!starting || i == START_TRIES) {
                return reply(response, page);
            }
            Thread.sleep(START_PAUSE_MILLIS);
        }
    }

    private Reply reply(HttpResponse<String> response, boolean page) {
        if (page && response.statusCode() == BAD_REQUEST) {
            // The HTTP server itself refuses some addresses, before the API sees them.
            throw new Failure(
                    Failure.REFUSED,
                    "the server can't take such a name: names in addresses can't hold / \\ or %");
        }
        if (page) {
            throw new Failure(
                    Failure.NO_SERVER, "what answers at " + base + " is not a Haumea server");
        }
        return new Reply(response.statusCode(), response.body());
    }

    private Failure noServer(String reason) {
        return new Failure(
                Failure.NO_SERVER,
                "no server answers at " + base + " (" + reason + "); is it started?");
    }

    private static String reason(IOException e, String host) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return "the name " + host + " is not known";
            }
            if (cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return e instanceof ConnectException ? "connection refused" : e.getClass().getSimpleName();
    }

    /**
     * An answer.
     *
     * @param status its HTTP status
     * @param body its body
     */
    record Reply(int status, String body) {

        boolean ok() {
            return status < 300;
        }

        /** The text without its last line end. */
        String text() {
            return body.endsWith("\n") ? body.substring(0, body.length() - 1) : body;
        }

        /** The text of an error without the prefix that says which request failed. */
        String message(String prefix) {
            String text = text();
            return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        }
    }
}
