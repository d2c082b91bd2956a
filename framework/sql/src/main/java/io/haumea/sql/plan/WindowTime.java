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

/** By which time windows go. */
public sealed interface WindowTime {

    /** By the time at which messages arrive; windows are counted from the start of the rule. */
    record Processing() implements WindowTime {}

    /**
     * By a time that is in the messages; windows are counted from the epoch.
     *
     * @param lateToleranceMillis how far the watermark stays behind the latest message, at least 0
     * @param idleTimeoutMillis after how long a silent stream no longer holds the watermark; 0 for
     *     never
     */
    record Event(long lateToleranceMillis, long idleTimeoutMillis) implements WindowTime {
        /** Checks the times. */
        public Event {
            if (lateToleranceMillis < 0 || idleTimeoutMillis < 0) {
                throw new IllegalArgumentException(
                        "Late tolerance "
                                + lateToleranceMillis
                                + " ms and idle timeout "
                                + idleTimeoutMillis
                                + " ms must not be negative");
            }
        }
    }
}
