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
package io.haumea.sql.plan;

/** Which rows are seen together. Lengths are in milliseconds. */
public sealed interface WindowSpec {

    /**
     * Windows of one length that follow each other.
     *
     * @param lengthMillis more than zero
     */
    record Tumbling(long lengthMillis) implements WindowSpec {
        /** Checks the length. */
        public Tumbling {
            if (lengthMillis <= 0) {
                throw new IllegalArgumentException(
                        "A window is longer than zero, was " + lengthMillis + " ms");
            }
        }
    }
}
