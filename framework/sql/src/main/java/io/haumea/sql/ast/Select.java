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

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT}.
 *
 * @param text the statement as written
 * @param items the SELECT list, at least one
 * @param from the streams
 * @param where the condition, or null
 * @param groupBy keys and windows as written, may be empty
 * @param having the condition, or null
 * @param orderBy what to sort by, may be empty
 */
public record Select(
        String text,
        List<SelectItem> items,
        FromClause from,
        @Nullable SyntaxExpression where,
        List<SyntaxExpression> groupBy,
        @Nullable SyntaxExpression having,
        List<SortItem> orderBy)
        implements Statement {

    /** Copies the lists. */
    public Select {
        items = List.copyOf(items);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }
}
