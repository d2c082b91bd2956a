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
package io.haumea.rest.access;

import com.google.gson.JsonObject;
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.Call;
import io.haumea.rest.http.Json;
import io.haumea.rest.http.Json.InvalidJson;
import io.haumea.rest.http.Need;
import io.haumea.rest.http.RequestRefused;
import io.haumea.rest.http.Route;
import io.haumea.server.access.AccessCheck;
import io.haumea.server.access.AccessService;
import io.haumea.server.access.Identity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Logging in and out: a session for browsers, kept in a cookie that pages can't read. */
public final class LoginRoutes {

    private final AccessService access;

    /**
     * Logs these users in.
     *
     * @param access the users
     */
    public LoginRoutes(AccessService access) {
        this.access = access;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route("POST", "/login", Need.NOTHING, this::login),
                new Route("POST", "/logout", Need.NOTHING, this::logout));
    }

    private Answer login(Call call) throws RequestRefused, IOException {
        String body = call.text();
        String user;
        String password;
        try {
            JsonObject json = Json.object(body);
            user = Json.string(json, "user");
            password = Json.string(json, "password");
        } catch (InvalidJson e) {
            return Answer.error(400, "login error: " + e.getMessage());
        }
        Optional<Identity> identity = access.login(user, password);
        if (identity.isEmpty()) {
            return Answer.error(401, "login error: User or password is wrong.");
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("user", identity.get().user());
        answer.addProperty("role", identity.get().role().text());
        String secret = access.openSession(identity.get());
        return Answer.json(answer)
                .with("Set-Cookie", cookie(call, secret, ""))
                .with("Cache-Control", "no-store");
    }

    private Answer logout(Call call) {
        call.exchange().session().ifPresent(access::closeSession);
        return Answer.text(200, "Logged out.").with("Set-Cookie", cookie(call, "", "; Max-Age=0"));
    }

    private static String cookie(Call call, String value, String age) {
        return AccessCheck.SESSION_COOKIE
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Strict"
                + age
                + (call.exchange().secure() ? "; Secure" : "");
    }
}
