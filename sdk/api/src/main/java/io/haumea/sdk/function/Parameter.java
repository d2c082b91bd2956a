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
package io.haumea.sdk.function;

import java.util.Objects;

/**
 * An argument as a function's documentation shows it.
 *
 * @param name what it is called there, such as {@code text}
 * @param meaning what it is, in a phrase without a full stop; may be empty
 * @param occurrence how often it is given
 */
public record Parameter(String name, String meaning, Occurrence occurrence) {

    /** How often an argument is given in a call. */
    public enum Occurrence {
        /** Once. */
        ONCE,
        /** Once or not at all. */
        OPTIONAL,
        /** Any number of times, or not at all. */
        REPEATED
    }

    /** Checks that all is there. */
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(occurrence, "occurrence");
    }
}
