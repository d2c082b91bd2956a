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
package io.haumea.sql.error;

import io.haumea.sdk.error.ErrorCategory;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that can't be understood or carried out. {@link #getMessage} is the bare text that
 * clients of EMQ X Kuiper 0.9 know; {@link #located} adds where.
 */
public final class SqlException extends HaumeaException {

    private static final long serialVersionUID = 1L;

    /** The code of every error in a statement. */
    public static final ErrorCode INVALID_SQL = new ErrorCode("INVALID_SQL", ErrorCategory.USER);

    private final transient Position position;

    /**
     * An error at a place.
     *
     * @param message what was found and what was expected
     * @param position where
     */
    public SqlException(String message, Position position) {
        super(INVALID_SQL, message);
        this.position = position;
    }

    /**
     * An error at a place, with what can be done about it.
     *
     * @param message what was found and what was expected
     * @param position where
     * @param remedy what to do, one sentence, or null
     */
    public SqlException(String message, Position position, @Nullable String remedy) {
        super(INVALID_SQL, message, remedy, null);
        this.position = position;
    }

    /** Where in the statement. */
    public Position position() {
        return position;
    }

    /**
     * The message followed by line and column, such as {@code … (line 1, column 8)}, and by what
     * can be done, if that is known.
     */
    public String located() {
        return getMessage().strip()
                + " (line "
                + position.line()
                + ", column "
                + position.column()
                + ")"
                + remedy().map(remedy -> ". " + remedy).orElse("");
    }
}
