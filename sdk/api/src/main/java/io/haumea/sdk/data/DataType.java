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

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The type of a column or of an expression.
 *
 * <p>Values of each type, always nullable (SQL NULL is the Java {@code null}):
 *
 * <table>
 * <caption>SDK values</caption>
 * <tr><th>Type</th><th>Java class of its values</th></tr>
 * <tr><td>BIGINT</td><td>{@link Long}</td></tr>
 * <tr><td>FLOAT</td><td>{@link Double}; {@link ExactNumber} for a whole number with more digits than a
 *     double holds that came without a declared type</td></tr>
 * <tr><td>STRING</td><td>{@link String}</td></tr>
 * <tr><td>DATETIME</td><td>{@link java.time.OffsetDateTime}</td></tr>
 * <tr><td>BOOLEAN</td><td>{@link Boolean}</td></tr>
 * <tr><td>BYTEA</td><td>{@code byte[]}, not to be changed</td></tr>
 * <tr><td>ARRAY</td><td>{@link List} of values, unmodifiable</td></tr>
 * <tr><td>STRUCT</td><td>{@link java.util.Map} from name to value in order, unmodifiable</td></tr>
 * <tr><td>ANY</td><td>any of them: the type is known only at run time</td></tr>
 * </table>
 */
public sealed interface DataType {

    /** A 64-bit signed whole number. */
    DataType BIGINT = new Simple("bigint");

    /** A 64-bit floating point number. */
    DataType FLOAT = new Simple("float");

    /** A text. */
    DataType STRING = new Simple("string");

    /** An instant with the offset it was written with. */
    DataType DATETIME = new Simple("datetime");

    /** True or false. */
    DataType BOOLEAN = new Simple("boolean");

    /** A sequence of bytes. */
    DataType BYTEA = new Simple("bytea");

    /** A value whose type is known only when it is there. */
    DataType ANY = new Simple("any");

    /**
     * A list of values of one type.
     *
     * @param element the type of its elements
     * @return the type
     */
    static DataType array(DataType element) {
        return new Array(element);
    }

    /**
     * A value with named members.
     *
     * @param fields its members in order, at least one
     * @return the type
     */
    static DataType struct(List<Field> fields) {
        return new Struct(fields);
    }

    /** The type as SQL writes it, in lower case, such as {@code array(bigint)}. */
    String text();

    /**
     * A type without parts.
     *
     * @param text its name in SQL, in lower case
     */
    record Simple(String text) implements DataType {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The type of a list.
     *
     * @param element the type of its elements
     */
    record Array(DataType element) implements DataType {
        /** Checks that there is an element type. */
        public Array {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String text() {
            return "array(" + element.text() + ")";
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * The type of a value with named members.
     *
     * @param fields its members in order
     */
    record Struct(List<Field> fields) implements DataType {
        /** Copies the list. */
        public Struct {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("A struct has at least one field");
            }
        }

        @Override
        public String text() {
            return fields.stream()
                    .map(field -> field.name() + " " + field.type().text())
                    .collect(Collectors.joining(", ", "struct(", ")"));
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
