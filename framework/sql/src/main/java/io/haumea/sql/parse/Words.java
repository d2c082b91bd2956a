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
package io.haumea.sql.parse;

import java.util.Set;

/** Which words can't be names without backticks, and where. */
final class Words {

    /** In expressions: what ends one, or is an operator or value. */
    static final Set<String> IN_EXPRESSIONS =
            Set.of(
                    "SELECT", "FROM", "AS", "WHERE", "AND", "OR", "GROUP", "HAVING", "ORDER",
                    "TRUE", "FALSE", "NULL");

    /** After AS in a SELECT list. */
    static final Set<String> AS_ALIAS =
            Set.of(
                    "SELECT", "FROM", "AS", "WHERE", "AND", "OR", "GROUP", "HAVING", "ORDER",
                    "TRUE", "FALSE");

    /** In names of streams and after AS in FROM. */
    static final Set<String> AS_STREAM =
            Set.of(
                    "SELECT", "FROM", "AS", "WHERE", "AND", "OR", "GROUP", "HAVING", "ORDER",
                    "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "JOIN", "ON");

    private Words() {}
}
