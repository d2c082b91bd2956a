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
package io.haumea.server.rule;

import org.jspecify.annotations.Nullable;

/** Why a rule can't be started. */
final class CannotRun extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String waitsFor;

    /**
     * Tells why.
     *
     * @param text the text for the client who wants to start it
     * @param waitsFor what it waits for if a plugin may come that mends it, else null
     */
    CannotRun(String text, @Nullable String waitsFor, Throwable cause) {
        super(text, cause);
        this.waitsFor = waitsFor;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    @Nullable String waitsFor() {
        return waitsFor;
    }
}
