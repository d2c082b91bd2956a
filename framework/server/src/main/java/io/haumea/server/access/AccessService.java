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

import java.util.Optional;

/** Who may do what. Serves the REST filter and the web console's security provider. Thread-safe. */
public interface AccessService {

    /**
     * Checks a user name and password; takes the same time whether or not the user exists, and
     * slows down after many failures.
     *
     * @param user the name
     * @param password the password
     * @return who that is, or empty
     */
    Optional<Identity> login(String user, String password);

    /**
     * Checks an access token.
     *
     * @param token the token
     * @return whose it is, or empty
     */
    Optional<Identity> token(String token);

    /**
     * Opens a session for a browser.
     *
     * @param identity who has logged in
     * @return a secret for the session cookie; ends after some hours without use
     */
    String openSession(Identity identity);

    /**
     * Checks a session.
     *
     * @param secret the value of the session cookie
     * @return whose it is, or empty
     */
    Optional<Identity> session(String secret);

    /**
     * Ends a session; does nothing if there is none.
     *
     * @param secret the value of the session cookie
     */
    void closeSession(String secret);

    /**
     * What somebody may do who has not logged in, by the setting {@code rest.anonymous}.
     *
     * @param loopback whether the request comes from this machine
     * @return the identity, or empty if a login is needed
     */
    Optional<Identity> anonymous(boolean loopback);

    /**
     * Whether requests may name this host; guards against names that were pointed here by others.
     *
     * @param hostHeader the value of the {@code Host} header
     * @return whether it is one of this server's names
     */
    boolean allowedHost(String hostHeader);
}
