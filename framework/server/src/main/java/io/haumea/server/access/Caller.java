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
import org.jspecify.annotations.Nullable;

/**
 * Whoever sent a request.
 *
 * @param identity who that is; null if nobody has logged in and the settings let nobody in unknown
 * @param loggedIn whether credentials were given and are right; false for the anonymous
 */
public record Caller(@Nullable Identity identity, boolean loggedIn) {

    /** Who that is, or empty if nobody known. */
    public Optional<Identity> known() {
        return Optional.ofNullable(identity);
    }

    /**
     * Refuses unless the caller may do it.
     *
     * @param role the role that is needed
     * @param anonymousToo whether an anonymous caller of that role will do
     * @throws AccessRefused with status 401 if a login would help, else 403
     */
    public void require(Role role, boolean anonymousToo) {
        if (identity == null || (!loggedIn && !(anonymousToo && identity.may(role)))) {
            throw new AccessRefused(
                    AccessRefused.UNAUTHORIZED,
                    "This needs a login: give a user and password, or a token, of role "
                            + role.text()
                            + " or higher.");
        }
        if (!identity.may(role)) {
            throw new AccessRefused(
                    AccessRefused.FORBIDDEN,
                    "User "
                            + identity.user()
                            + " has the role "
                            + identity.role().text()
                            + ", but this needs "
                            + role.text()
                            + ".");
        }
    }
}
