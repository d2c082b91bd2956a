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

import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.plan.Expression;

/**
 * A name given in the SELECT list.
 *
 * @param place its place among the aliases, from 0
 * @param name as written
 * @param written its expression
 * @param value what reading it means
 * @param aggregated whether it has a value only after grouping
 * @param readsColumn whether its expression reads a column of the same name, so that there is one
 */
record Alias(
        int place,
        String name,
        SyntaxExpression written,
        Expression value,
        boolean aggregated,
        boolean readsColumn) {

    /** The same, of which the value is kept in a slot. */
    Alias readFrom(Expression slot) {
        return new Alias(place, name, written, slot, aggregated, readsColumn);
    }
}
