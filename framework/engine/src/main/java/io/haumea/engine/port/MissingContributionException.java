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
package io.haumea.engine.port;

import io.haumea.sdk.error.ErrorCategory;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;

/** Nobody offers what a rule needs; a plugin that does may come later. */
public final class MissingContributionException extends HaumeaException {

    private static final long serialVersionUID = 1L;

    /** The code of this error. */
    public static final ErrorCode MISSING_PLUGIN =
            new ErrorCode("MISSING_PLUGIN", ErrorCategory.USER);

    private final ContributionKind kind;
    private final String name;

    /**
     * Tells what is missing.
     *
     * @param kind what kind of thing
     * @param name its name as the user wrote it
     */
    public MissingContributionException(ContributionKind kind, String name) {
        super(
                MISSING_PLUGIN,
                "no plugin offers the " + kind.text() + " '" + name + "'",
                "Put a plugin that offers it into the plugins folder, or mend the name.",
                null);
        this.kind = kind;
        this.name = name;
    }

    /** What kind of thing is missing. */
    public ContributionKind kind() {
        return kind;
    }

    /** Its name as the user wrote it. */
    public String name() {
        return name;
    }
}
