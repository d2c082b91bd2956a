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
package io.haumea.sdk.data;

import java.time.OffsetDateTime;

/** One part of a {@link TimePattern}. Immutable. */
sealed interface TimeStep permits TimeElement, TimeStep.Literal {

    /** How the reference writes this part in messages: the time 2006-01-02 15:04:05 in its form. */
    String layout();

    /** Appends this part of a time. */
    void write(OffsetDateTime time, StringBuilder out);

    /** Reads this part; false if the text doesn't go on like this. */
    boolean read(TimeReader reader);

    /** A text that stands for itself. */
    record Literal(String layout) implements TimeStep {
        @Override
        public void write(OffsetDateTime time, StringBuilder out) {
            out.append(layout);
        }

        @Override
        public boolean read(TimeReader reader) {
            return reader.literal(layout);
        }
    }
}
