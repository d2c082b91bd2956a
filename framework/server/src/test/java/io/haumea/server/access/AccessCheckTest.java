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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessCheckTest {

    private final AccessCheck check = new AccessCheck(new Users());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,  evil.example,    -,                           -,           421",
                "GET,  -,               -,                           -,           421",
                "GET,  localhost:9081,  http://evil.example,         cross-site,  0",
                "POST, localhost:9081,  -,                           -,           0",
                "POST, localhost:9081,  http://localhost:9081,       same-origin, 0",
                "POST, LOCALHOST:9081,  http://localhost:9081,       -,           0",
                "POST, localhost,       http://localhost:80,         -,           0",
                "POST, localhost:443,   https://localhost,           -,           0",
                "POST, localhost:9081,  -,                           none,        0",
                "POST, localhost:9081,  http://localhost:9082,       -,           403",
                "POST, localhost:9081,  http://evil.example,         -,           403",
                "POST, localhost:9081,  null,                        -,           403",
                "POST, localhost:9081,  -,                           same-site,   403",
                "PUT,  localhost:9081,  http://localhost:9081,       cross-site,  403",
                "DELETE, localhost:9081, http://localhost:9081.evil,  -,           403",
            })
    void whenARequestComesFromSomewhere_thenOnlyOwnOnesAreLetIn(
            String method,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String site,
            int status) {
        // given
        RequestFacts request = new RequestFacts(method, host, origin, site, null, null, true);

        // then
        assertThat(statusOf(request)).isEqualTo(status);
    }

    @Test
    void whenNobodyLogsIn_thenTheSettingsDecide() {
        assertThat(check.check(with(null, null, true)))
                .isEqualTo(new Caller(new Identity("anonymous", Role.EDIT), false));
        assertThat(check.check(with(null, null, false)).known()).isEmpty();
    }

    @Test
    void whenAnOutdatedCookieIsSent_thenItCountsAsNone() {
        assertThat(check.check(with(null, "outdated", true)).loggedIn()).isFalse();
    }

    @Test
    void whenCredentialsAreRight_thenTheCallerIsKnown() {
        assertThat(check.check(with("Bearer t1", null, false)).known())
                .contains(new Identity("robot", Role.EDIT));
        assertThat(check.check(with("bASIC " + base64("ada:se:cret"), null, false)).known())
                .contains(new Identity("ada", Role.ADMIN));
        assertThat(check.check(with(null, "s1", false)).known())
                .contains(new Identity("eve", Role.VIEW));
    }

    @ParameterizedTest
    @CsvSource({"Bearer other", "Basic YWRhOng=", "Basic !!!", "Basic YWRh", "Digest x", "Basic"})
    void whenCredentialsAreWrong_thenTheyAreNotTakenForNone(String authorization) {
        assertThat(statusOf(with(authorization, null, true))).isEqualTo(401);
        assertThat(statusOf(with(authorization, "s1", true))).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEW,  true,  true,  VIEW,  0",
        "VIEW,  true,  true,  EDIT,  403",
        "EDIT,  true,  false, ADMIN, 403",
        "ADMIN, true,  false, ADMIN, 0",
        "EDIT,  false, true,  EDIT,  0",
        "EDIT,  false, true,  ADMIN, 401",
        "ADMIN, false, false, VIEW,  401",
    })
    void whenARoleIsNeeded_thenTheCallerHasToHaveIt(
            Role role, boolean loggedIn, boolean anonymousToo, Role needed, int status) {
        // given
        Caller caller = new Caller(new Identity("x", role), loggedIn);

        // then
        assertThat(status(() -> caller.require(needed, anonymousToo))).isEqualTo(status);
    }

    @Test
    void whenNobodyIsKnown_thenALoginIsAskedFor() {
        assertThatThrownBy(() -> new Caller(null, false).require(Role.VIEW, true))
                .isInstanceOf(AccessRefused.class)
                .hasMessage(
                        "This needs a login: give a user and password, or a token, of role view or"
                                + " higher.");
    }

    private int statusOf(RequestFacts request) {
        return status(() -> check.check(request));
    }

    private static int status(Runnable action) {
        try {
            action.run();
            return 0;
        } catch (AccessRefused e) {
            return e.status();
        }
    }

    private static RequestFacts with(
            @Nullable String authorization, @Nullable String session, boolean loopback) {
        return new RequestFacts("GET", "localhost", null, null, authorization, session, loopback);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Users with fixed credentials. */
    private static final class Users implements AccessService {
        @Override
        public Optional<Identity> login(String user, String password) {
            return user.equals("ada") && password.equals("se:cret")
                    ? Optional.of(new Identity("ada", Role.ADMIN))
                    : Optional.empty();
        }

        @Override
        public Optional<Identity> token(String token) {
            return token.equals("t1")
                    ? Optional.of(new Identity("robot", Role.EDIT))
                    : Optional.empty();
        }

        @Override
        public String openSession(Identity identity) {
            return "s1";
        }

        @Override
        public Optional<Identity> session(String secret) {
            return secret.equals("s1")
                    ? Optional.of(new Identity("eve", Role.VIEW))
                    : Optional.empty();
        }

        @Override
        public void closeSession(String secret) {}

        @Override
        public Optional<Identity> anonymous(boolean loopback) {
            return loopback ? Optional.of(new Identity("anonymous", Role.EDIT)) : Optional.empty();
        }

        @Override
        public boolean allowedHost(String hostHeader) {
            return hostHeader.startsWith("localhost") || hostHeader.startsWith("LOCALHOST");
        }
    }
}
