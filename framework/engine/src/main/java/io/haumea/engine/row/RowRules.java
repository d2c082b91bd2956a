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
package io.haumea.engine.row;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sql.stream.StreamDefinition;
import java.util.List;
import java.util.Locale;

/**
 * What a stream's options say about the making of its rows. Immutable.
 *
 * @param dates how texts in DATETIME columns are read
 * @param lack what becomes of a message that lacks a declared column
 */
public record RowRules(TimePattern dates, Lack lack) {

    /** What becomes of a message that doesn't fit the declared columns. */
    public enum Lack {
        /** It is an error event. */
        ERROR,
        /** It is dropped and counted, as is one with a value of another type. */
        DROP,
        /** What is missing is filled up with zero, empty or null. */
        FILL
    }

    /** Those of a stream without options. */
    public static final RowRules DEFAULTS = new RowRules(TimePattern.DEFAULT, Lack.ERROR);

    /**
     * The rules of a stream, by its options {@code TIMESTAMP_FORMAT} and {@code STRICT_VALIDATION}.
     *
     * @param stream the stream
     * @return its rules
     * @throws io.haumea.sdk.error.HaumeaException if a column is a DATETIME and the format is none
     */
    public static RowRules of(StreamDefinition stream) {
        // As in Kuiper, a format that nothing needs may be anything.
        TimePattern dates =
                hasDate(stream.schema().fields())
                        ? stream.option("TIMESTAMP_FORMAT")
                                .map(TimePattern::of)
                                .orElse(TimePattern.DEFAULT)
                        : TimePattern.DEFAULT;
        String strict = stream.option("STRICT_VALIDATION").orElse("").toUpperCase(Locale.ROOT);
        Lack lack =
                strict.equals("TRUE") ? Lack.DROP : strict.equals("FALSE") ? Lack.FILL : Lack.ERROR;
        return new RowRules(dates, lack);
    }

    private static boolean hasDate(List<Field> fields) {
        return fields.stream().anyMatch(field -> hasDate(field.type()));
    }

    private static boolean hasDate(DataType type) {
        if (type instanceof DataType.Array array) {
            return hasDate(array.element());
        }
        return type instanceof DataType.Struct struct
                ? hasDate(struct.fields())
                : type == DataType.DATETIME;
    }
}
