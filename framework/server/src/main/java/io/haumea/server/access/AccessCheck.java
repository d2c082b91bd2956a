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

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is let in: the same rules for the REST API and the web console.
 * Thread-safe.
 *
 * <p>A request must name a host that this server answers to, so that no other name can be pointed
 * here; one that changes something must not come from a foreign page. Credentials are an access
 * token ({@code Authorization: Bearer}), a user and password ({@code Authorization: Basic}) or a
 * session cookie, and wrong ones are refused, never taken for none; only an outdated cookie is, as
 * browsers keep those.
 */
public final class AccessCheck {

    /** The name of the session cookie. */
    public static final String SESSION_COOKIE = "haumea-session";

    /** The request attribute under which a checked request carries its {@link Caller}. */
    public static final String CALLER_ATTRIBUTE = "io.haumea.caller";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final AccessService access;

    /**
     * Checks by these users and settings.
     *
     * @param access the users and settings
     */
    public AccessCheck(AccessService access) {
        this.access = access;
    }

    /**
     * Checks where a request comes from, and finds out who sent it.
     *
     * @param request the request
     * @return who sent it
     * @throws AccessRefused with status 421 or 403 if it comes from elsewhere, 401 if its
     *     credentials are wrong
     */
    public Caller check(RequestFacts request) {
        checkHost(request.host());
        if (!SAFE_METHODS.contains(request.method())) {
            checkSite(request);
        }
        return identify(request);
    }

    private void checkHost(@Nullable String host) {
        if (host == null || !access.allowedHost(host)) {
            throw new AccessRefused(
                    AccessRefused.MISDIRECTED,
                    host == null
                            ? "The request names no host; a Host header is needed."
                            : "This server does not answer to the host name of this request;"
                                    + " use its address, or add the name to rest.allowedHosts in"
                                    + " etc/haumea.yaml.");
        }
    }

    private static void checkSite(RequestFacts request) {
        String site = request.fetchSite();
        String origin = request.origin();
        if ((site != null && !OWN_SITES.contains(site))
                || (origin != null && !sameAuthority(origin, request.host()))) {
            throw new AccessRefused(
                    AccessRefused.FORBIDDEN,
                    "This request was sent by a page of another site; that is not allowed.");
        }
    }

    private static boolean sameAuthority(String origin, @Nullable String host) {
        String text = origin.toLowerCase(Locale.ROOT);
        String own = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (text.startsWith("http://")) {
            return dropPort(text.substring(7), ":80").equals(dropPort(own, ":80"));
        }
        return text.startsWith("https://")
                && dropPort(text.substring(8), ":443").equals(dropPort(own, ":443"));
    }

    private static String dropPort(String authority, String defaultPort) {
        return authority.endsWith(defaultPort)
                ? authority.substring(0, authority.length() - defaultPort.length())
                : authority;
    }

    private Caller identify(RequestFacts request) {
        Optional<Identity> session =
                Optional.ofNullable(request.session()).flatMap(access::session);
        String authorization = request.authorization();
        if (authorization != null) {
            return new Caller(authorized(authorization, session), true);
        }
        if (session.isPresent()) {
            return new Caller(session.get(), true);
        }
        return new Caller(access.anonymous(request.loopback()).orElse(null), false);
    }

    private Identity authorized(String authorization, Optional<Identity> session) {
        String scheme = authorization.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return access.token(authorization.substring(BEARER.length()).strip())
                    .orElseThrow(() -> wrong("The access token is not known or no longer valid."));
        }
        if (scheme.startsWith(BASIC)) {
            return basic(authorization.substring(BASIC.length()).strip(), session);
        }
        throw wrong("The header Authorization must be of the scheme Basic or Bearer.");
    }

    private Identity basic(String encoded, Optional<Identity> session) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("The header Authorization is not valid Base64.");
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw wrong("The header Authorization holds no user and password.");
        }
        String user = pair.substring(0, colon);
        // A browser that has both sends both; checking a password is slow on purpose.
        if (session.isPresent() && session.get().user().equals(user)) {
            return session.get();
        }
        return access.login(user, pair.substring(colon + 1))
                .orElseThrow(() -> wrong("User or password is wrong."));
    }

    private static AccessRefused wrong(String message) {
        return new AccessRefused(AccessRefused.UNAUTHORIZED, message);
    }
}
