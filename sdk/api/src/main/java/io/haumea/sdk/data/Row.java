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
package io.haumea.sdk.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One row of a result: named values in order. Immutable, safe to keep and to read from any thread.
 */
@ProviderType
public interface Row {

    /** How many columns the row has. */
    int size();

    /**
     * The name of a column.
     *
     * @param column 0 to {@code size() - 1}
     * @return its name as the query spells it
     */
    String name(int column);

    /**
     * The value of a column.
     *
     * @param column 0 to {@code size() - 1}
     * @return an SDK value (see {@link DataType}), or null for SQL NULL
     */
    @Nullable Object value(int column);

    /**
     * The value of the column of that name.
     *
     * @param name the name as the query spells it
     * @return its value, or null if it is NULL or there is no such column
     */
    @Nullable Object get(String name);

    /** The row as an unmodifiable map in column order. */
    Map<String, @Nullable Object> toMap();
}
