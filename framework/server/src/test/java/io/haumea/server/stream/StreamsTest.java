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
package io.haumea.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {

    private static final String DEMO =
            "CREATE STREAM demo (temperature float, humidity bigint)"
                    + " WITH (DATASOURCE=\"devices/+/messages\", FORMAT=\"JSON\")";

    @TempDir Path data;

    @Test
    void whenAStreamIsCreated_thenItIsThereAfterARestart() {
        assertThat(streams().execute(DEMO)).isEqualTo("Stream demo is created.");

        Streams restarted = streams();
        assertThat(restarted.names()).containsExactly("demo");
        assertThat(restarted.describe("demo").dataSource()).isEqualTo("devices/+/messages");
        assertThat(restarted.execute("DESCRIBE STREAM demo"))
                .isEqualTo(
                        "Fields\n"
                                + "-".repeat(80)
                                + "\ntemperature\tfloat\nhumidity\tbigint\n\n"
                                + "DATASOURCE: devices/+/messages\nFORMAT: JSON\n");
    }

    @Test
    void whenAStreamExists_thenCreatingItAgainIsRefused() {
        Streams streams = streams();
        streams.execute(DEMO);

        assertRefused(streams, DEMO, false, "Create stream fails: Item demo already exists.");
    }

    @Test
    void whenAStreamIsDropped_thenItIsGoneForGood() {
        Streams streams = streams();
        streams.execute(DEMO);

        assertThat(streams.execute("DROP STREAM demo")).isEqualTo("Stream demo is dropped.");

        assertThat(streams().names()).isEmpty();
        assertThat(streams.execute("SHOW STREAMS")).isEqualTo("No stream definitions are found.");
    }

    @Test
    void whenThereIsNoSuchStream_thenTheReferencesTextsAreGiven() {
        Streams streams = streams();

        assertRefused(streams, "DESCRIBE STREAM no", true, "Stream no is not found.");
        assertRefused(streams, "EXPLAIN STREAM no", false, "Stream no is not found.");
        assertRefused(streams, "DROP STREAM no", false, "Drop stream fails: no is not found.");
        assertThatThrownBy(() -> streams.drop("no"))
                .hasMessage("no is not found")
                .isInstanceOfSatisfying(
                        StreamException.class, e -> assertThat(e.notFound()).isTrue());
    }

    @Test
    void whenAStatementIsWrong_thenTheReferencesTextComesFirstAndThePlaceAfterIt() {
        assertThatThrownBy(() -> streams().execute("CREATE STREAM demo (a nonsense) WITH ()"))
                .isInstanceOf(StreamException.class)
                .hasMessageStartingWith(
                        "found \"nonsense\", expect valid stream field types(BIGINT | FLOAT |"
                                + " STRINGS | DATETIME | BOOLEAN | ARRAY | STRUCT).")
                .hasMessageContaining("(line 1, column 23)");
    }

    @Test
    void whenItIsNoStreamStatement_thenItIsCalledInvalid() {
        Streams streams = streams();

        for (String sql : new String[] {"", "SELECT * FROM demo", "nonsense"}) {
            assertRefused(streams, sql, false, "Invalid stream statement: " + sql);
        }
    }

    @Test
    void whenAStoredFileIsDamaged_thenTheOthersAreLoaded() throws Exception {
        streams().execute(DEMO);
        Files.writeString(data.resolve("streams/broken.sql"), "CREATE STREAM broken (");
        Files.writeString(data.resolve("streams/.demo.sql.tmp"), "CREATE ST");

        assertThat(streams().names()).containsExactly("demo");
    }

    private static void assertRefused(
            Streams streams, String sql, boolean notFound, String message) {
        assertThatThrownBy(() -> streams.execute(sql))
                .isInstanceOfSatisfying(
                        StreamException.class, e -> assertThat(e.notFound()).isEqualTo(notFound))
                .hasMessage(message);
    }

    private Streams streams() {
        return new Streams(data.resolve("streams"));
    }

    @Test
    void whenTheFirstWordIsMisspelt_thenTheNearestIsProposed() {
        assertRefused(
                streams(),
                "CREAT STREAM x () WITH ()",
                false,
                "Invalid stream statement: CREAT STREAM x () WITH () (line 1, column 1). Did you"
                        + " mean 'CREATE'?");
    }
}
