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
package io.haumea.benchmark.machine;

import io.haumea.benchmark.harness.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API of a server, as far as it is needed here. */
public final class Rest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern NUMBER = Pattern.compile("\"(\\w+)\": ?(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    /**
     * The counters of one rule, summed over its sources or sinks.
     *
     * @param received messages that its sources have handed to it
     * @param dropped messages of its sources that it had no room for
     * @param delivered results that its sinks have taken
     * @param resultsDropped results that its sinks had no room for
     * @param exceptions errors
     */
    public record Counters(
            long received, long dropped, long delivered, long resultsDropped, long exceptions) {}

    Rest(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** The status of an answer to GET, or 0 if there is no server. */
    int probe(String path) throws InterruptedException {
        try {
            return client.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Creates the stream {@code demo}.
     *
     * @param columns as a statement has them
     * @param topic the MQTT topic
     */
    public void createStream(String columns, String topic) throws InterruptedException {
        String sql =
                "CREATE STREAM demo ("
                        + columns
                        + ") WITH (DATASOURCE=\\\""
                        + topic
                        + "\\\", FORMAT=\\\"JSON\\\", TYPE=\\\"mqtt\\\")";
        post("/streams", "{\"sql\": \"" + sql + "\"}");
    }

    /**
     * Creates a rule, which starts.
     *
     * @param id its id
     * @param sql its statement, without double quotes
     * @param action a JSON object
     */
    public void createRule(String id, String sql, String action) throws InterruptedException {
        post(
                "/rules",
                "{\"id\": \""
                        + id
                        + "\", \"sql\": \""
                        + sql
                        + "\", \"actions\": ["
                        + action
                        + "]}");
    }

    /** Deletes a rule. */
    public void dropRule(String id) throws InterruptedException {
        send(request("/rules/" + id).DELETE(), "DELETE /rules/" + id);
    }

    /** The list of rules as the server writes it. */
    public String rules() throws InterruptedException {
        return send(request("/rules"), "GET /rules");
    }

    /** The counters of a rule; all zero while it does not run. */
    public Counters counters(String rule) throws InterruptedException {
        String path = "/rules/" + rule + "/status";
        Matcher numbers = NUMBER.matcher(send(request(path), "GET " + path));
        Map<String, Long> sums = new TreeMap<>();
        while (numbers.find()) {
            String name = numbers.group(1);
            String kind = name.substring(0, name.indexOf('_') + 1);
            // kind_name_instance_metric, where a name may have underscores itself
            String metric = name.replaceFirst("^.*_\\d+_", "");
            sums.merge(kind + metric, Long.parseLong(numbers.group(2)), Long::sum);
        }
        return new Counters(
                sums.getOrDefault("source_records_in_total", 0L),
                sums.getOrDefault("source_dropped_total", 0L),
                sums.getOrDefault("sink_records_out_total", 0L),
                sums.getOrDefault("sink_dropped_total", 0L),
                sums.getOrDefault("source_exceptions_total", 0L)
                        + sums.getOrDefault("op_exceptions_total", 0L)
                        + sums.getOrDefault("sink_exceptions_total", 0L));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT);
    }

    private void post(String path, String body) throws InterruptedException {
        send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)), "POST " + path);
    }

    private String send(HttpRequest.Builder request, String what) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new BenchmarkException(
                        what + " answers " + answer.statusCode() + ": " + answer.body().strip());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchmarkException(what + " does not answer: " + e, e);
        }
    }
}
