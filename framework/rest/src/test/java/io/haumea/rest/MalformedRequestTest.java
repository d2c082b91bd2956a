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
package io.haumea.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.rest.RestFixture.Reply;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class MalformedRequestTest {

    private static RestFixture rest;

    @BeforeContainer
    static void start() throws Exception {
        rest = RestFixture.start();
    }

    @AfterContainer
    static void stop() {
        rest.close();
    }

    @Property(tries = 300)
    void whenABodyIsGarbage_thenTheAnswerIsNeverAServerError(
            @ForAll("bodies") String body, @ForAll("posts") String path) throws Exception {
        // when
        Reply reply = rest.send("POST", path, body);

        // then
        assertThat(reply.status()).isBetween(200, 499);
    }

    @Property(tries = 300)
    void whenAPathIsGarbage_thenTheAnswerIsNeverAServerError(
            @ForAll("paths") String path, @ForAll("methods") String method) throws Exception {
        // when
        Reply reply = rest.send(method, path, "");

        // then
        assertThat(reply.status()).isBetween(200, 499);
    }

    @Property(tries = 200)
    void whenCredentialsAreGarbage_thenTheyAreRefused(@ForAll("headers") String value)
            throws Exception {
        // when
        Reply reply = rest.get("/rules", "Authorization: " + value, "Cookie: " + value);

        // then
        assertThat(reply.status()).isIn(200, 400, 401);
    }

    @Example
    void whenClientsHangOrLeave_thenOthersAreServed() throws Exception {
        // given
        List<Socket> hanging = new ArrayList<>();
        String head =
                "POST /rules HTTP/1.1\r\nHost: localhost:1\r\nContent-Length: 100\r\n\r\n{\"id\"";
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), rest.port());
            OutputStream out = socket.getOutputStream();
            out.write(
                    head.substring(0, Math.min(head.length(), i * 2))
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (i % 2 == 0) {
                socket.close();
            } else {
                hanging.add(socket);
            }
        }

        // when
        Reply reply = rest.get("/rules");

        // then
        assertThat(reply.status()).isEqualTo(200);
        for (Socket socket : hanging) {
            socket.close();
        }
    }

    @Example
    void whenADocumentIsDeeplyNested_thenItIsRefused() throws Exception {
        // when
        Reply reply = rest.send("POST", "/streams", "{\"a\":".repeat(100_000));

        // then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("Invalid body: ");
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of("/streams", "/rules", "/login", "/logout", "/", "/rules/r1/stop");
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "POST", "DELETE", "PUT", "HEAD", "PATCH", "OPTIONS");
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "{", "}", "[", "]", "\"sql\"", "\"id\"", ":", ",", "1e999", "null", "\\u00",
                        "\"", "'", "//", "NaN", "\u0000", "\ud800", "ü", " ", "\n", "true");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                        "/",
                        "rules",
                        "streams",
                        "plugins",
                        "system",
                        "console",
                        "haumea",
                        "..",
                        ".",
                        "%2e",
                        "%2f",
                        "%00",
                        "%",
                        "%zz",
                        ";a=b",
                        "?",
                        "#",
                        "status",
                        "r1",
                        "%e4",
                        "*",
                        "a".repeat(3000))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> "/" + String.join("/", list));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> !text.toLowerCase(Locale.ROOT).startsWith("bearer t1"));
    }
}
