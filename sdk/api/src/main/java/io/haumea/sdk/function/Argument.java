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
package io.haumea.sdk.function;

import io.haumea.sdk.data.DataType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an argument when a rule is created.
 *
 * @param kind how it is written
 * @param type its type; {@link DataType#ANY} if that is known only at run time
 * @param value the value of a literal, else null
 */
public record Argument(Kind kind, DataType type, @Nullable Object value) {

    /** How an argument is written. */
    public enum Kind {
        /** A literal text, number or boolean. */
        LITERAL,
        /** A time unit such as {@code ss}. */
        TIME_UNIT,
        /** The star of {@code count(*)}. */
        STAR,
        /** A column, or anything computed. */
        EXPRESSION,
        /** A metadata key. */
        META
    }

    /** Checks that kind and type are there. */
    public Argument {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
    }

    /** Whether it is a literal text, number or boolean. */
    public boolean literal() {
        return kind == Kind.LITERAL;
    }
}
