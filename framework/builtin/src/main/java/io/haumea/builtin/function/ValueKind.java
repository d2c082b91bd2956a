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
package io.haumea.builtin.function;

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;

/** What the first value decides for all later ones: an aggregate takes values of one kind. */
enum ValueKind {
    /** BIGINT. */
    WHOLE("int"),
    /** FLOAT; whole numbers beyond 64 bits count as doubles. */
    FLOAT("float64"),
    /** STRING. */
    TEXT("string"),
    /** All others, which aggregates don't take. */
    OTHER("");

    private final String typeName;

    ValueKind(String typeName) {
        this.typeName = typeName;
    }

    static ValueKind of(Object value) {
        if (value instanceof Long) {
            return WHOLE;
        }
        if (value instanceof Double || value instanceof ExactNumber) {
            return FLOAT;
        }
        return value instanceof String ? TEXT : OTHER;
    }

    /** Checks that a later value is of this kind too. */
    void require(Object value) {
        if (of(value) != this) {
            throw new HaumeaException(
                    ErrorCode.INVALID_ARGUMENT,
                    "requires " + typeName + " but found " + ValueText.typed(value));
        }
    }

    /** The exception for a first value that a function doesn't take at all. */
    static HaumeaException unusable(String function, Object value) {
        return new HaumeaException(
                ErrorCode.INVALID_ARGUMENT,
                "run " + function + " function error: found invalid arg " + ValueText.typed(value));
    }
}
