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
package io.haumea.rest.http;

import io.haumea.server.access.Caller;
import io.haumea.server.access.Role;

/** What a caller has to be to use a route. */
public enum Need {
    /** Anybody at all. */
    NOTHING,
    /** May look; the anonymous too, as far as the settings let them. */
    VIEW,
    /** May change streams and rules; the anonymous too, as far as the settings let them. */
    EDIT,
    /** May look, and has logged in. */
    LOGGED_IN_VIEW,
    /** May do everything, and has logged in. */
    ADMIN;

    /**
     * Refuses a caller who is not that.
     *
     * @param caller who asks
     * @throws io.haumea.server.access.AccessRefused unless it is enough
     */
    void check(Caller caller) {
        switch (this) {
            case NOTHING -> {}
            case VIEW -> caller.require(Role.VIEW, true);
            case EDIT -> caller.require(Role.EDIT, true);
            case LOGGED_IN_VIEW -> caller.require(Role.VIEW, false);
            case ADMIN -> caller.require(Role.ADMIN, false);
        }
    }
}
