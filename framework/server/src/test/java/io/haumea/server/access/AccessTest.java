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
package io.haumea.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.rule.RuleOptions;
import io.haumea.server.config.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, sessions and hosts. */
class AccessTest {

    @TempDir Path folder;

    private final ManualTime time = new ManualTime();

    private static final class ManualTime implements InstantSource {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration duration) {
            now = now.plus(duration);
        }
    }

    private Access access(String anonymous) {
        ServerSettings settings =
                new ServerSettings(
                        new ServerSettings.Paths(
                                folder, folder.resolve("etc"), folder.resolve("data"), folder),
                        new ServerSettings.Address("127.0.0.1", 9081),
                        RuleOptions.DEFAULTS,
                        new ServerSettings.Access(anonymous, "none", List.of("gateway.example")),
                        false,
                        "test");
        return new Access(settings, time, 1_000);
    }

    private String adminPassword() throws IOException {
        return Files.readString(folder.resolve("etc/admin-password")).strip();
    }

    @Test
    void whenThereAreNoUsers_thenAnAdministratorIsMadeWhoCanLogIn() throws IOException {
        Access access = access("edit");
        assertThat(access.login("admin", adminPassword()))
                .contains(new Identity("admin", Role.ADMIN));
        assertThat(access.login("admin", "wrong")).isEmpty();
        assertThat(access.login("nobody", adminPassword())).isEmpty();
        assertThat(Files.readString(folder.resolve("etc/users"))).doesNotContain(adminPassword());
    }

    @Test
    void whenTheServerStartsAgain_thenTheAdministratorStaysTheSame() throws IOException {
        access("edit");
        String password = adminPassword();
        assertThat(access("edit").login("admin", password)).isPresent();
        assertThat(adminPassword()).isEqualTo(password);
    }

    @Test
    void whenTheFileOfUsersChanges_thenItCountsWithoutARestart() throws Exception {
        Access access = access("edit");
        String digest =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest("secret".getBytes(StandardCharsets.UTF_8)));
        Files.writeString(
                folder.resolve("etc/users"),
                "# people\n\ntoken robot view "
                        + digest
                        + "\nnonsense\nuser anna edit "
                        + new Passwords(new SecureRandom(), 1_000).hash("pass")
                        + "\n");
        Files.setLastModifiedTime(
                folder.resolve("etc/users"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(access.token("secret")).contains(new Identity("robot", Role.VIEW));
        assertThat(access.token("other")).isEmpty();
        assertThat(access.login("anna", "pass")).contains(new Identity("anna", Role.EDIT));
        assertThat(access.login("admin", adminPassword())).isEmpty();
    }

    @Test
    void whenAPasswordWasWrongTooOften_thenEvenTheRightOneHasToWait() throws IOException {
        Access access = access("edit");
        for (int i = 0; i < 5; i++) {
            assertThat(access.login("admin", "wrong")).isEmpty();
        }
        assertThat(access.login("admin", adminPassword())).isEmpty();
        time.pass(Duration.ofSeconds(6));
        assertThat(access.login("admin", adminPassword())).isPresent();
    }

    @Test
    void whenASessionIsNotUsedForHours_thenItEnds() {
        Access access = access("edit");
        String secret = access.openSession(new Identity("admin", Role.ADMIN));
        time.pass(Duration.ofHours(7));
        assertThat(access.session(secret)).contains(new Identity("admin", Role.ADMIN));
        time.pass(Duration.ofHours(9));
        assertThat(access.session(secret)).isEmpty();
    }

    @Test
    void whenASessionIsClosed_thenItIsGone() {
        Access access = access("edit");
        String secret = access.openSession(new Identity("admin", Role.ADMIN));
        access.closeSession(secret);
        assertThat(access.session(secret)).isEmpty();
    }

    @Test
    void whenNobodyHasLoggedIn_thenTheSettingDecides() {
        assertThat(access("edit").anonymous(true)).map(Identity::role).contains(Role.EDIT);
        assertThat(access("view").anonymous(true)).map(Identity::role).contains(Role.VIEW);
        assertThat(access("none").anonymous(true)).isEmpty();
        assertThat(access("edit").anonymous(false)).isEmpty();
    }

    @Test
    void whenARequestNamesAHost_thenOnlyOwnNamesAndAddressesAreAllowed() {
        Access access = access("edit");
        assertThat(List.of("localhost:9081", "127.0.0.1", "[::1]:9081", "gateway.example:80"))
                .allMatch(access::allowedHost);
        assertThat(List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", ""))
                .noneMatch(access::allowedHost);
    }
}
