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
            check(lengthMillis);
        }
    }

    /**
     * Windows of one length that begin at equal distances; both ends belong to them.
     *
     * @param lengthMillis more than zero
     * @param hopMillis the distance, more than zero; may be longer than the windows
     */
    record Hopping(long lengthMillis, long hopMillis) implements WindowSpec {
        /** Checks the lengths. */
        public Hopping {
            check(lengthMillis);
            check(hopMillis);
        }
    }

    /**
     * For each row, what came in a length of time before it; both ends belong to it.
     *
     * @param lengthMillis more than zero
     */
    record Sliding(long lengthMillis) implements WindowSpec {
        /** Checks the length. */
        public Sliding {
            check(lengthMillis);
        }
    }

    /**
     * Rows without a long gap between them. A session that does not end is cut at the second
     * multiple of the duration after its beginning.
     *
     * @param durationMillis more than zero
     * @param gapMillis how long nothing comes at the end of a session, more than zero
     */
    record Session(long durationMillis, long gapMillis) implements WindowSpec {
        /** Checks the lengths. */
        public Session {
            check(durationMillis);
            check(gapMillis);
        }
    }

    /**
     * The last rows, of all streams together.
     *
     * @param size how many, more than zero
     * @param every after how many rows, more than zero, at most {@code size}
     */
    record Count(int size, int every) implements WindowSpec {
        /** Checks the numbers. */
        public Count {
            if (every <= 0 || every > size) {
                throw new IllegalArgumentException("No window of " + size + " every " + every);
            }
        }
    }

    private static void check(long lengthMillis) {
        if (lengthMillis <= 0) {
            throw new IllegalArgumentException(
                    "A window is longer than zero, was " + lengthMillis + " ms");
        }
    }
}
