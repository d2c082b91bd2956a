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
package io.haumea.sql.analyze;

import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;

/** What the language knows and rules can't do yet: each refusal in one place. */
final class Unsupported {

    private Unsupported() {}

    static SqlException window(WindowKind kind, Position position) {
        return new SqlException(
                kind.name() + " is not supported yet.", position, "Use TUMBLINGWINDOW.");
    }

    static SqlException join(Position position) {
        return new SqlException("JOIN is not supported yet.", position);
    }

    static SqlException eventTime() {
        return new SqlException(
                "Event time is not supported yet.",
                Position.START,
                "Leave the option isEventTime out.");
    }

    static SqlException havingOverRows(Position position) {
        return new SqlException(
                "An aggregate in HAVING alone is not supported yet.",
                position,
                "Select an aggregate too, or add a key to GROUP BY.");
    }
}
