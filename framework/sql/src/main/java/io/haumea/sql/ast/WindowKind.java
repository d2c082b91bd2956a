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

/** The windows of the language. */
public enum WindowKind {
    /** Windows of one length that follow each other: unit, length. */
    TUMBLINGWINDOW(2),
    /** Windows of one length that begin at equal distances: unit, length, distance. */
    HOPPINGWINDOW(3),
    /** What came in a length of time before each row: unit, length. */
    SLIDINGWINDOW(2),
    /** Rows without a long gap: unit, greatest length, gap. */
    SESSIONWINDOW(3),
    /** A number of rows: size and, optionally, after how many rows. */
    COUNTWINDOW(2);

    private final int arguments;

    WindowKind(int arguments) {
        this.arguments = arguments;
    }

    /** How many arguments it takes; COUNTWINDOW also takes one less. */
    public int arguments() {
        return arguments;
    }

    /**
     * The window of that name.
     *
     * @param name in any case
     * @return the window, or empty
     */
    public static Optional<WindowKind> named(String name) {
        for (WindowKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
