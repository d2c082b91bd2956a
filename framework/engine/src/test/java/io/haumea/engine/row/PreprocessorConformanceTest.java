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

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.builtin.Builtins;
import io.haumea.engine.conformance.ConformanceRows;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.data.Schema;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the reference makes of messages by the declared columns. Event times, which some rows have,
 * are not taken here but where windows are.
 */
class PreprocessorConformanceTest {

    private static final Map<String, DataType> SIMPLE =
            Map.of(
                    "bigint", DataType.BIGINT,
                    "float", DataType.FLOAT,
                    "string", DataType.STRING,
                    "datetime", DataType.DATETIME,
                    "boolean", DataType.BOOLEAN,
                    "bytea", DataType.BYTEA);

    @TestFactory
    Stream<DynamicTest> whenAMessageComes_thenItsRowIsThatOfTheReference() throws IOException {
        Optional<List<JsonObject>> rows = ConformanceRows.read("operators-rows.jsonl");
        Assumptions.assumeTrue(
                rows.isPresent(), "no conformance folder; name it with -Dhaumea.conformance=");
        return rows.orElseThrow().stream()
                .filter(row -> row.get("kind").getAsString().equals("preprocessor"))
                .map(row -> dynamicTest(row.get("id").getAsString(), () -> check(row)));
    }

    private static void check(JsonObject row) {
        StreamDefinition stream = stream(row.getAsJsonObject("stmt"));
        SourceLayout layout = new SourceLayout(stream.schema());
        boolean schemaless = stream.schema().schemaless();
        Map<String, Integer> slots = new HashMap<>();
        if (schemaless) {
            layout.readWhole();
        }
        for (Field field : stream.schema().fields()) {
            slots.put(field.name(), layout.read(field.name()));
        }
        RowAssembler assembler =
                new RowAssembler(
                        layout,
                        Objects.requireNonNull(Builtins.formats().get("json"))
                                .create(stream.schema())
                                .newDecoder(),
                        RowRules.of(stream));
        DecodedBatch batch = new DecodedBatch(1);
        byte[] payload = row.get("data_json").getAsString().getBytes(StandardCharsets.UTF_8);

        assertThat(assembler.append(Message.payload(payload, Metadata.NONE), 0, batch)).isNull();

        if (row.has("error")) {
            assertThat(batch.error(0)).isEqualTo(row.get("error").getAsString());
            return;
        }
        assertThat(batch.error(0)).isNull();
        Map<String, @Nullable Object> found = new HashMap<>();
        slots.forEach((name, slot) -> found.put(name, batch.row(0)[slot]));
        Object actual = schemaless ? batch.row(0)[SourceLayout.WHOLE_SLOT] : found;
        assertThat(comparable(actual))
                .isEqualTo(
                        comparable(
                                ConformanceRows.value(
                                        row.getAsJsonObject("expected").get("message"))));
    }

    private static StreamDefinition stream(JsonObject statement) {
        Map<String, String> options = new HashMap<>();
        if (!statement.get("options").isJsonNull()) {
            statement
                    .getAsJsonObject("options")
                    .asMap()
                    .forEach((key, value) -> options.put(key, value.getAsString()));
        }
        return new StreamDefinition(
                statement.get("name").getAsString(),
                new Schema(fields(statement.get("fields"))),
                options);
    }

    private static List<Field> fields(JsonElement fields) {
        List<Field> list = new ArrayList<>();
        if (fields instanceof JsonArray array) {
            array.forEach(
                    field ->
                            list.add(
                                    new Field(
                                            field.getAsJsonObject().get("name").getAsString(),
                                            type(field.getAsJsonObject()))));
        }
        return list;
    }

    private static DataType type(JsonObject field) {
        String name = field.get("type").getAsString();
        if (name.equals("array")) {
            return DataType.array(type(field.getAsJsonObject("element")));
        }
        return name.equals("struct")
                ? DataType.struct(fields(field.get("fields")))
                : Objects.requireNonNull(SIMPLE.get(name), name);
    }

    /** Instants stand for dates, whose zone doesn't matter. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(comparable(item)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new HashMap<>();
            map.forEach((key, item) -> copy.put(key, comparable(item)));
            return copy;
        }
        return value;
    }
}
