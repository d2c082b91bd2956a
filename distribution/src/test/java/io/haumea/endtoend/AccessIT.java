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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and who is turned away. */
class AccessIT {

    @TempDir static Path scratch;

    private static Server server;
    private static String password;

    @BeforeAll
    static void startServer() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        server = Server.start(distribution, Map.of());
        password = Files.readString(distribution.home().resolve("etc/admin-password")).strip();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stop();
    }

    private static String basic(String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(("admin:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> getAs(String path, String secret) throws Exception {
        return server.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Authorization", basic(secret))
                        .GET());
    }

    @Test
    void whenNobodyHasLoggedIn_thenStreamsMayBeSeenButPluginsMayNot() throws Exception {
        assertThat(server.get("/streams").statusCode()).isEqualTo(200);
        assertThat(server.get("/plugins").statusCode()).isEqualTo(401);
        assertThat(server.get("/system/console/bundles").statusCode()).isIn(401, 302, 303);
    }

    @Test
    void whenTheAdministratorLogsIn_thenPluginsAndFelixPagesAreShown() throws Exception {
        assertThat(getAs("/plugins", password).statusCode()).isEqualTo(200);
        assertThat(getAs("/system/console/bundles", password).statusCode()).isEqualTo(200);
        assertThat(getAs("/system/console/bundles", password).body()).contains("Haumea");
        assertThat(getAs("/system/console/haumea", password).statusCode()).isEqualTo(200);
        assertThat(getAs("/plugins", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void whenAPageOfAnotherSiteSendsARequest_thenItIsTurnedAway() throws Exception {
        HttpResponse<String> answer =
                server.send(
                        HttpRequest.newBuilder(server.uri("/streams"))
                                .header("Origin", "http://evil.example")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"sql\":\"CREATE STREAM x () WITH ()\"}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(server.get("/streams").body()).doesNotContain("x");
    }

    @Test
    void whenTheHostIsForeign_thenTheRequestIsTurnedAway() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /streams HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String status =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            assertThat(status).contains("421");
        }
    }
}
