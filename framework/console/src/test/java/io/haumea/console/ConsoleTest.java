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
package io.haumea.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.console.ConsoleFixture.Reply;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private static final String VERA = ConsoleFixture.basic("vera:v");
    private static final String ADA = ConsoleFixture.basic("ada:a");

    @TempDir private static Path storage;
    private static ConsoleFixture console;

    @BeforeAll
    static void start() throws Exception {
        console = new ConsoleFixture(storage, 0);
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
    }

    @AfterEach
    void startAgain() throws Exception {
        console.sessions.clear();
        console.bundle("io.haumea.rest").start();
        console.bundle("org.apache.felix.webconsole").start();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /system/console/haumea,         401, 200, 200",
        "GET,  /system/console/haumea/,        401, 200, 200",
        "GET,  /system/console/haumea/page.js, 401, 200, 200",
        "GET,  /system/console/haumea/nope,    401, 404, 404",
        "POST, /system/console/haumea,         401, 405, 405",
        "GET,  /system/console/bundles,        401, 403, 200",
        "POST, /system/console/bundles,        401, 403, 405",
        "GET,  /system/console/bundles.json,   401, 403, 200",
        "GET,  /system/console/res/ui/webconsole.css, 401, 403, 200",
        "GET,  /system/console,                401, 403, 302",
        "GET,  /streams,                       200, 200, 200",
        "GET,  /plugins,                       401, 200, 200",
        "GET,  /nope,                          404, 404, 404",
    })
    void whenAPageIsAskedFor_thenTheRoleDecidesWithAndWithoutTheRestBundle(
            String method, String path, int nobody, int view, int admin) throws Exception {
        // then
        assertThat(console.send(method, path).status()).isEqualTo(nobody);
        assertThat(console.send(method, path, VERA).status()).isEqualTo(view);
        assertThat(console.send(method, path, ADA).status()).isEqualTo(admin);

        // when
        console.bundle("io.haumea.rest").stop();

        // then
        boolean ours = path.startsWith("/system");
        assertThat(console.send(method, path).status()).isEqualTo(ours ? nobody : 404);
        assertThat(console.send(method, path, VERA).status()).isEqualTo(ours ? view : 404);
        assertThat(console.send(method, path, ADA).status()).isEqualTo(ours ? admin : 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /system/console/bundles, Host: evil.example,           421",
        "GET,  /system/console/haumea,  Host: evil.example,           421",
        "POST, /system/console/bundles, Origin: http://evil.example,  403",
        "POST, /system/console/bundles, Sec-Fetch-Site: cross-site,   403",
    })
    void whenARequestComesFromElsewhere_thenItIsTurnedAwayWithAndWithoutTheRestBundle(
            String method, String path, String header, int status) throws Exception {
        // then
        assertThat(console.send(method, path, header, ADA).status()).isEqualTo(status);

        // when
        console.bundle("io.haumea.rest").stop();

        // then
        assertThat(console.send(method, path, header, ADA).status()).isEqualTo(status);
    }

    @Test
    void whenThePageIsServed_thenItIsItsOwnDocumentWithAStrictPolicy() throws Exception {
        // when
        Reply page = console.send("GET", "/system/console/haumea", VERA);

        // then
        assertThat(page.hasHeader("Content-Type: text/html;charset=utf-8")).isTrue();
        assertThat(page.hasHeader("Content-Security-Policy: default-src 'none'; script-src 'self'"))
                .isTrue();
        assertThat(page.hasHeader("X-Content-Type-Options: nosniff")).isTrue();
        assertThat(page.text())
                .contains("<title>Haumea</title>")
                .doesNotContain("felix", "jquery", "<script>", "style=", "onclick");
    }

    @Test
    void whenTheScriptIsServed_thenItSetsTextsOnly() throws Exception {
        // when
        Reply script = console.send("GET", "/system/console/haumea/page.js", VERA);

        // then
        assertThat(script.hasHeader("Content-Type: text/javascript")).isTrue();
        assertThat(script.text())
                .contains("textContent")
                .doesNotContain("innerHTML", "insertAdjacent", "document.write", "eval(");
    }

    @Test
    void whenAnAdministratorLooksAtFelixsPages_thenTheyLinkToTheHaumeaPage() throws Exception {
        // when
        Reply bundles = console.send("GET", "/system/console/bundles", ADA);

        // then
        assertThat(bundles.text()).contains("/system/console/haumea", ">Haumea<");
    }

    @Test
    void whenABrowserLogsInByPassword_thenItsSessionOpensRestToo() throws Exception {
        // given
        String cookie = "Cookie: haumea-session=secret-of-vera";

        // when
        Reply page =
                console.send("GET", "/system/console/haumea", VERA, "Accept: text/html,*/*;q=0.8");

        // then
        assertThat(
                        page.hasHeader(
                                "Set-Cookie: haumea-session=secret-of-vera; Path=/; HttpOnly;"
                                        + " SameSite=Strict"))
                .isTrue();
        assertThat(console.send("GET", "/plugins", cookie).status()).isEqualTo(200);
        assertThat(console.send("GET", "/system/console/haumea", cookie).status()).isEqualTo(200);
        assertThat(console.send("GET", "/system/console/bundles", cookie).status()).isEqualTo(403);
    }

    @Test
    void whenTheAdministratorLogsOut_thenTheSessionEnds() throws Exception {
        // given
        console.send("GET", "/system/console/bundles", ADA, "Accept: text/html");
        String cookie = "Cookie: haumea-session=secret-of-ada";
        assertThat(console.send("GET", "/system/console/bundles", cookie).status()).isEqualTo(200);

        // when
        Reply logout = console.send("GET", "/system/console/logout", cookie);

        // then
        assertThat(logout.hasHeader("Set-Cookie: haumea-session=; Path=/")).isTrue();
        assertThat(console.send("GET", "/system/console/bundles", cookie).status()).isEqualTo(401);
    }

    @Test
    void whenFelixsConsoleIsAbsent_thenRestStillWorks() throws Exception {
        // when
        console.bundle("org.apache.felix.webconsole").stop();

        // then
        assertThat(console.send("GET", "/streams").status()).isEqualTo(200);
        assertThat(console.send("GET", "/system/console/bundles").status()).isEqualTo(401);
        assertThat(console.send("GET", "/system/console/bundles", ADA).status()).isEqualTo(404);
    }

    @Test
    void whenThePortIsTaken_thenTheEndOfTheServerIsOrdered(@TempDir Path other) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ConsoleFixture second = new ConsoleFixture(other, taken.getLocalPort())) {
            assertThat(second.exits).containsExactly(1);
        }
        assertThat(console.exits).isEmpty();
    }
}
