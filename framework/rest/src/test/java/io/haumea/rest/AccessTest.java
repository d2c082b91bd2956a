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
import io.haumea.server.access.Identity;
import io.haumea.server.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    private RestFixture rest;

    @BeforeEach
    void start() throws Exception {
        rest = RestFixture.start();
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # method| path              | closed | anonymous | view | edit | admin
                    GET     | /                 | 200    | 200       | 200  | 200  | 200
                    GET     | /openapi.json     | 200    | 200       | 200  | 200  | 200
                    POST    | /logout           | 200    | 200       | 200  | 200  | 200
                    GET     | /nope             | 404    | 404       | 404  | 404  | 404
                    GET     | /streams          | 401    | 200       | 200  | 200  | 200
                    GET     | /streams/demo     | 401    | 200       | 200  | 200  | 200
                    POST    | /streams          | 401    | 400       | 403  | 400  | 400
                    DELETE  | /streams/nope     | 401    | 404       | 403  | 404  | 404
                    GET     | /rules            | 401    | 200       | 200  | 200  | 200
                    GET     | /rules/r1         | 401    | 200       | 200  | 200  | 200
                    GET     | /rules/r1/status  | 401    | 200       | 200  | 200  | 200
                    POST    | /rules            | 401    | 400       | 403  | 400  | 400
                    DELETE  | /rules/r1         | 401    | 200       | 403  | 200  | 200
                    POST    | /rules/r1/start   | 401    | 200       | 403  | 200  | 200
                    POST    | /rules/r1/stop    | 401    | 200       | 403  | 200  | 200
                    POST    | /rules/r1/restart | 401    | 200       | 403  | 200  | 200
                    GET     | /plugins          | 401    | 401       | 200  | 200  | 200
                    GET     | /plugins/sources  | 401    | 401       | 200  | 200  | 200
                    GET     | /plugins/bad.jar  | 401    | 401       | 200  | 200  | 200
                    POST    | /plugins          | 401    | 401       | 403  | 403  | 400
                    DELETE  | /plugins/bad.jar  | 401    | 401       | 403  | 403  | 200
                    GET     | /system/console   | 401    | 401       | 403  | 403  | 404
                    POST    | /system/console/bundles | 401 | 401    | 403  | 403  | 404
                    GET     | /system           | 401    | 401       | 403  | 403  | 404
                    GET     | /SYSTEM/console   | 401    | 401       | 403  | 403  | 404
                    GET     | /system/console/haumea       | 401 | 401 | 404 | 404 | 404
                    GET     | /system/console/haumea/x.js  | 401 | 401 | 404 | 404 | 404
                    GET     | /system/console/haumeax      | 401 | 401 | 403 | 403 | 404
                    GET     | /system;x=1/console          | 401 | 401 | 403 | 403 | 404
                    GET     | /system/console/haumea/../bundles | 401 | 401 | 403 | 403 | 404
                    """)
    void whenSomebodyAsks_thenTheRoleDecides(
            String method, String path, int closed, int anonymous, int view, int edit, int admin)
            throws Exception {
        // given
        List<Integer> statuses = new ArrayList<>();

        // when
        rest.fake.anonymous = Optional.empty();
        statuses.add(rest.send(method, path, "").status());
        rest.fake.anonymous = Optional.of(new Identity("anonymous", Role.EDIT));
        statuses.add(rest.send(method, path, "").status());
        for (String user : List.of("vera:v", "ed:e", "ada:a")) {
            // Each user meets the same things, whatever the one before has dropped.
            statuses.add(rest.send(method, path, "", basic(user)).status());
        }

        // then
        assertThat(statuses).containsExactly(closed, anonymous, view, edit, admin);
    }

    @Test
    void whenALoginIsNeeded_thenTheAnswerSaysSoAndABrowserAsks() throws Exception {
        // when
        Reply reply = rest.get("/plugins");

        // then
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate"))
                .contains("Basic realm=\"Haumea\", charset=\"UTF-8\"");
        assertThat(reply.body()).startsWith("This needs a login:");
        assertThat(rest.get("/", basic("ada:wrong")).body())
                .isEqualTo("User or password is wrong.\n");
        assertThat(rest.send("POST", "/plugins", "", basic("vera:v")).body())
                .isEqualTo("User vera has the role view, but this needs admin.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | /rules    | Host: evil.example        |                              | 421
                    GET  | /         | Host: evil.example        |                              | 421
                    GET  | /nope     | Host: evil.example        |                              | 421
                    POST | /rules    | Host: localhost:1         | Origin: http://localhost:1   | 400
                    POST | /rules    | Host: localhost:1         | Origin: http://evil.example  | 403
                    POST | /rules    | Host: localhost:1         | Origin: null                 | 403
                    POST | /rules    | Host: localhost:1         | Sec-Fetch-Site: cross-site   | 403
                    POST | /login    | Host: localhost:1         | Sec-Fetch-Site: cross-site   | 403
                    POST | /system/console/bundles | Host: localhost:1 | Origin: http://evil.example | 403
                    GET  | /rules    | Host: localhost:1         | Sec-Fetch-Site: cross-site   | 200
                    """)
    void whenARequestComesFromElsewhere_thenItIsTurnedAway(
            String method, String path, String host, String more, int status) throws Exception {
        // when
        Reply reply =
                more == null
                        ? rest.send(method, path, "", host)
                        : rest.send(method, path, "", host, more);

        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(rest.fake.calls).hasSize(status == 400 ? 1 : 0);
    }

    @Test
    void whenAProxyPassesARequestOn_thenItIsNotFromThisMachine() throws Exception {
        assertThat(rest.get("/rules", "X-Forwarded-For: 10.0.0.1").status()).isEqualTo(401);
        assertThat(rest.get("/rules", "Forwarded: for=10.0.0.1").status()).isEqualTo(401);
    }

    @Test
    void whenABrowserLogsIn_thenItsCookieOpensEverythingUntilItLogsOut() throws Exception {
        // when
        Reply login = rest.send("POST", "/login", "{\"user\":\"vera\",\"password\":\"v\",\"x\":1}");

        // then
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.body()).isEqualTo("{\"user\":\"vera\",\"role\":\"view\"}\n");
        assertThat(login.header("Set-Cookie"))
                .contains("haumea-session=secret-of-vera; Path=/; HttpOnly; SameSite=Strict");

        // when
        String cookie = "Cookie: a=b; haumea-session=secret-of-vera";
        assertThat(rest.get("/plugins", cookie).status()).isEqualTo(200);
        Reply logout = rest.send("POST", "/logout", "", cookie);

        // then
        assertThat(logout.body()).isEqualTo("Logged out.");
        assertThat(logout.header("Set-Cookie")).hasValueSatisfying(this::isCleared);
        assertThat(rest.get("/plugins", cookie).status()).isEqualTo(401);
        assertThat(rest.get("/rules", cookie).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"user":"ada","password":"x"} | 401 | login error: User or password is wrong.
                    {}                            | 401 | login error: User or password is wrong.
                    {"user":["ada"]}              | 400 | login error: field user must be a string, but is an array
                    "ada"                         | 400 | login error: expected an object, but found a string
                    """)
    void whenALoginIsWrong_thenThePageIsToldAndTheBrowserDoesNotAsk(
            String body, int status, String text) throws Exception {
        // when
        Reply reply = rest.send("POST", "/login", body);

        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(text + "\n");
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    private void isCleared(String cookie) {
        assertThat(cookie).startsWith("haumea-session=;").contains("Max-Age=0");
    }

    private static String basic(String pair) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
