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
package io.haumea.engine.operator;

import io.haumea.sdk.data.Row;
import java.util.List;
import java.util.Map;

/**
 * What a rule hands to its actions at once: the rows of a message or window, or an error.
 * Immutable.
 *
 * @param rows in order
 * @param error whether it tells of an error; its only row then has the one column {@code error}
 */
public record Emission(List<Row> rows, boolean error) {

    /**
     * A result.
     *
     * @param rows in order, not changed any more
     * @return the emission
     */
    static Emission result(List<Row> rows) {
        return new Emission(rows, false);
    }

    /**
     * An error event.
     *
     * @param text what went wrong
     * @return the emission
     */
    public static Emission error(String text) {
        return new Emission(List.of(ResultRow.of(Map.of("error", text))), true);
    }
}
