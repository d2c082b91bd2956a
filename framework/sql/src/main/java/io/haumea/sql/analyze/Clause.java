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

/** Where an expression stands, which decides what its names mean and what it may call. */
enum Clause {
    /** An aliased item of the SELECT list without an aggregate. */
    SELECT_ALIASED("SELECT", true),
    /** An aliased item of the SELECT list with an aggregate. */
    SELECT_AGGREGATED("SELECT", true),
    /** An item of the SELECT list without an alias. */
    SELECT_PLAIN("SELECT", true),
    /** The option TIMESTAMP of a stream. */
    TIMESTAMP("TIMESTAMP", false),
    FILTER("FILTER", false),
    ON("ON", false),
    WHERE("WHERE", false),
    GROUP_BY("GROUP BY", false),
    HAVING("HAVING", true),
    ORDER_BY("ORDER BY", true);

    private final String text;
    private final boolean aggregates;

    Clause(String text, boolean aggregates) {
        this.text = text;
        this.aggregates = aggregates;
    }

    String text() {
        return text;
    }

    /** Whether it sees the results of aggregates. */
    boolean aggregates() {
        return aggregates;
    }

    boolean selectList() {
        return this == SELECT_ALIASED || this == SELECT_AGGREGATED || this == SELECT_PLAIN;
    }
}
