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

import io.haumea.server.access.AccessCheck;
import io.haumea.server.access.AccessRefused;
import io.haumea.server.access.AccessService;
import io.haumea.server.access.Caller;
import io.haumea.server.access.Identity;
import io.haumea.server.access.RequestFacts;
import io.haumea.server.access.Role;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets people into the console's pages. What the REST API's gate has found out already is taken;
 * without that gate the same check is made here. Nobody gets in unknown.
 */
final class ConsoleAccess {

    private final AccessService access;
    private final AccessCheck check;

    ConsoleAccess(AccessService access) {
        this.access = access;
        this.check = new AccessCheck(access);
    }

    /** Who it is, or empty: then the request has been answered. */
    Optional<Identity> admit(HttpServletRequest request, HttpServletResponse response, Role role)
            throws IOException {
        Caller caller;
        try {
            caller =
                    request.getAttribute(AccessCheck.CALLER_ATTRIBUTE) instanceof Caller known
                            ? known
                            : check.check(facts(request));
            caller.require(role, false);
        } catch (AccessRefused e) {
            answer(response, e.status(), e.getMessage());
            return Optional.empty();
        }
        caller.known().ifPresent(identity -> openSession(request, response, identity));
        return caller.known();
    }

    void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String secret = session(request);
        if (secret != null) {
            access.closeSession(secret);
        }
        setCookie(request, response, "", "; Max-Age=0");
        // Being asked for another password is what makes a browser forget the old one.
        answer(response, HttpServletResponse.SC_UNAUTHORIZED, "Logged out.");
    }

    /** A browser that logs in with a password gets a session, so that it is checked only once. */
    private void openSession(
            HttpServletRequest request, HttpServletResponse response, Identity identity) {
        String accept = request.getHeader("Accept");
        boolean page = accept != null && accept.contains("text/html");
        if (page
                && request.getMethod().equals("GET")
                && request.getHeader("Authorization") != null
                && Optional.ofNullable(session(request)).flatMap(access::session).isEmpty()) {
            setCookie(request, response, access.openSession(identity), "");
        }
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String value, String age) {
        response.addHeader(
                "Set-Cookie",
                AccessCheck.SESSION_COOKIE
                        + "="
                        + value
                        + "; Path=/; HttpOnly; SameSite=Strict"
                        + age
                        + (request.isSecure() ? "; Secure" : ""));
    }

    private static void answer(HttpServletResponse response, int status, @Nullable String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Haumea\", charset=\"UTF-8\"");
        }
        response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private static RequestFacts facts(HttpServletRequest request) {
        return new RequestFacts(
                request.getMethod(),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Authorization"),
                session(request),
                false); // the anonymous are not let in from anywhere
    }

    private static @Nullable String session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(AccessCheck.SESSION_COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
