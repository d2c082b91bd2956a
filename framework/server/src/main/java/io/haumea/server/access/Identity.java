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

/**
 * Somebody known to the server.
 *
 * @param user the user's name; {@code anonymous} for nobody in particular
 * @param role what the user may do
 */
public record Identity(String user, Role role) {

    /**
     * Whether that is enough.
     *
     * @param needed the role that is needed
     * @return whether this role may do what the needed one may
     */
    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
