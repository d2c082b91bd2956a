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

import java.util.Locale;

/** What a user may do; each role may do what the ones before it may. */
public enum Role {
    /** Look at streams, rules, plugins and counters. */
    VIEW,
    /** Create, change, start, stop and drop streams and rules. */
    EDIT,
    /** Install and remove plugins, manage users, use Felix's own pages. */
    ADMIN;

    /** The role as users write and read it: {@code view}, {@code edit} or {@code admin}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
