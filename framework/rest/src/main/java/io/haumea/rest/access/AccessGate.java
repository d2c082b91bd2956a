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

import io.haumea.server.access.AccessCheck;
import io.haumea.server.access.AccessRefused;
import io.haumea.server.access.AccessService;
import io.haumea.server.access.Caller;
import io.haumea.server.access.RequestFacts;
import io.haumea.server.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * The gate in front of everything that this server offers over HTTP: the REST API, the Haumea page
 * and Felix's web console. A preprocessor, not a filter, so that it comes before every context and
 * its own security.
 *
 * <p>It checks where a request comes from and who sent it; what the REST API asks of the caller,
 * its routes check, as they know best. Below {@code /system} the gate asks itself: the Haumea page
 * needs somebody who may look, everything else an administrator.
 */
@Component(service = Preprocessor.class)
public final class AccessGate implements Preprocessor {

    private static final String SYSTEM = "/system";
    private static final String PAGE = "/system/console/haumea";

    private final AccessCheck check;

    /**
     * Lets these users in.
     *
     * @param access the users
     */
    @Activate
    public AccessGate(@Reference AccessService access) {
        this.check = new AccessCheck(access);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try {
            Caller caller = check.check(facts(http));
            requireSystemRole(path(http), caller);
            http.setAttribute(AccessCheck.CALLER_ATTRIBUTE, caller);
        } catch (AccessRefused e) {
            refuse((HttpServletResponse) response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void requireSystemRole(String path, Caller caller) {
        // Without regard to case, in case a container finds servlets that way.
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.equals(PAGE) || lower.startsWith(PAGE + "/")) {
            caller.require(Role.VIEW, false);
        } else if (lower.equals(SYSTEM) || lower.startsWith(SYSTEM + "/")) {
            caller.require(Role.ADMIN, false);
        }
    }

    /** Answers a request that is not let in; a browser asks for user and password then. */
    public static void refuse(HttpServletResponse response, AccessRefused refusal)
            throws IOException {
        response.setStatus(refusal.status());
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Haumea\", charset=\"UTF-8\"");
        }
        String text = refusal.getMessage() + "\n";
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The decoded path of a request, whatever part of it the container has put where. */
    public static String path(HttpServletRequest request) {
        String servlet = request.getServletPath() == null ? "" : request.getServletPath();
        String info = request.getPathInfo() == null ? "" : request.getPathInfo();
        String path = servlet + info;
        return path.isEmpty() ? "/" : path;
    }

    /** The session cookie's value, or null. */
    public static @Nullable String session(HttpServletRequest request) {
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

    private static RequestFacts facts(HttpServletRequest request) {
        return new RequestFacts(
                request.getMethod(),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Authorization"),
                session(request),
                fromHere(request));
    }

    /** A proxy on this machine speaks for others, so what it passes on is not from here. */
    private static boolean fromHere(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // not an address, so not one of this machine
        }
    }
}
