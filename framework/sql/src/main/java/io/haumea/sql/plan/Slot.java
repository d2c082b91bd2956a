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
package io.haumea.sql.plan;

import io.haumea.sdk.data.DataType;

/**
 * One place in the row that a rule works on. A rule has one row layout for all its operators;
 * expressions read slots and nothing else.
 */
public sealed interface Slot {

    /** What it is called in EXPLAIN and messages. */
    String name();

    /** The type of its values. */
    DataType type();

    /**
     * A column of an input.
     *
     * @param input the place of the stream among the plan's inputs, from 0
     * @param name the declared spelling, or for a schemaless stream the spelling in the statement;
     *     found in messages without regard to case
     * @param type its declared type, or {@link DataType#ANY}
     */
    record Column(int input, String name, DataType type) implements Slot {}

    /**
     * Whether a schemaless message has a column, be it null: true, or NULL if it has not.
     *
     * @param input the place of the stream among the plan's inputs
     * @param name the column, found in messages without regard to case
     */
    record Presence(int input, String name) implements Slot {
        @Override
        public DataType type() {
            return DataType.BOOLEAN;
        }
    }

    /**
     * The metadata of the message; its value is an {@link io.haumea.sdk.data.Metadata}.
     *
     * @param input the place of the stream among the plan's inputs
     */
    record MetadataOf(int input) implements Slot {
        @Override
        public String name() {
            return "meta()";
        }

        @Override
        public DataType type() {
            return DataType.ANY;
        }
    }

    /**
     * All columns of a schemaless message, for {@code *}; its value is a {@code Map<String,
     * Object>} in the order of the message.
     *
     * @param input the place of the stream among the plan's inputs
     */
    record Whole(int input) implements Slot {
        @Override
        public String name() {
            return "*";
        }

        @Override
        public DataType type() {
            return DataType.ANY;
        }
    }

    /**
     * An aliased expression, computed once for each message.
     *
     * @param name the alias as written
     * @param type its type
     */
    record Computed(String name, DataType type) implements Slot {}

    /**
     * The result of an aggregate call for a group.
     *
     * @param name the function's name as written
     * @param type its type
     */
    record Aggregated(String name, DataType type) implements Slot {}
}
