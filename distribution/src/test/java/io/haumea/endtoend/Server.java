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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running server: the process of {@code bin/haumea start}, and its REST API. */
final class Server implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final int port;
    private volatile boolean killed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Server(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Runs {@code bin/haumea} with arguments; does not wait for it to be ready. */
    static Server launch(
            Distribution distribution, int port, Map<String, String> settings, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(distribution.command().toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(distribution.home().getParent(), "server", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        StringBuilder options = new StringBuilder();
        settings.forEach(
                (key, value) -> options.append(" -D").append(key).append('=').append(value));
        builder.environment().put("HAUMEA_JAVA_OPTS", options.toString().strip());
        // Only those tests have archives made that are about it; the others have enough to do.
        boolean make = settings.containsKey("haumea.archive.delay");
        builder.environment().put("HAUMEA_ARCHIVE", make ? "make" : "use");
        return new Server(builder.start(), output, port);
    }

    static Server start(Distribution distribution, Map<String, String> settings) throws Exception {
        int port = freePort();
        Server server =
                launch(distribution, port, settings, "start", "--port", Integer.toString(port));
        server.awaitReady();
        return server;
    }

    void awaitReady() throws Exception {
        Await.until(
                "answer of the server",
                START_LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        fail("The server ended:\n" + output());
                    }
                    return ready();
                },
                answer -> answer);
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/streams").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    void createStream(String sql) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("sql", sql);
        HttpResponse<String> answer = post("/streams", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    void createRule(String json) throws Exception {
        HttpResponse<String> answer = post("/rules", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The counters of a running rule. */
    JsonObject status(String rule) throws Exception {
        HttpResponse<String> answer = get("/rules/" + rule + "/status");
        assertThat(answer.body()).as("status of " + rule).startsWith("{");
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** Waits until the text of a rule's status fulfils a condition. */
    String awaitStatus(String rule, String wanted) throws Exception {
        return Await.until(
                "status with '" + wanted + "' of rule " + rule,
                Duration.ofSeconds(10),
                () -> get("/rules/" + rule + "/status").body(),
                text -> text.contains(wanted));
    }

    int awaitExit(Duration limit) throws InterruptedException, IOException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            fail("The server did not end within " + limit + ":\n" + output());
        }
        return process.exitValue();
    }

    /** Ends it as an operator does, and checks that it ends in time and without a complaint. */
    void stop() throws Exception {
        process.destroy();
        assertThat(awaitExit(Duration.ofSeconds(10))).as(output()).isZero();
    }

    void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly();
        process.waitFor();
    }

    /** Whether {@link #kill} was called. */
    boolean killed() {
        return killed;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
