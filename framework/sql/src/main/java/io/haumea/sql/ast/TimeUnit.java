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
package io.haumea.sql.ast;

import java.util.Optional;

/** The time units of windows. */
public enum TimeUnit {
    /** Days of 24 hours. */
    DD(86_400_000),
    /** Hours. */
    HH(3_600_000),
    /** Minutes. */
    MI(60_000),
    /** Seconds. */
    SS(1_000),
    /** Milliseconds. */
    MS(1);

    private final long millis;

    TimeUnit(long millis) {
        this.millis = millis;
    }

    /** Its length in milliseconds. */
    public long millis() {
        return millis;
    }

    /**
     * The unit of that name.
     *
     * @param name in any case
     * @return the unit, or empty
     */
    public static Optional<TimeUnit> named(String name) {
        for (TimeUnit unit : values()) {
            if (unit.name().equalsIgnoreCase(name)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
