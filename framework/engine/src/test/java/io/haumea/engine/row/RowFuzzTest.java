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

import io.haumea.builtin.Builtins;
import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever messages say, and whoever reads them. */
class RowFuzzTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

    private static final String COLUMNS =
            "a BIGINT, b FLOAT, c STRING, d BOOLEAN, e DATETIME, f ARRAY(BIGINT),"
                    + " g STRUCT(x BIGINT, y ARRAY(STRUCT(z STRING)))";

    private static final List<StreamDefinition> STREAMS =
            List.of(
                    stream("", ""),
                    stream(COLUMNS, ""),
                    stream(COLUMNS, ", STRICT_VALIDATION=\"TRUE\""),
                    stream(COLUMNS, ", STRICT_VALIDATION=\"FALSE\""),
                    stream("e DATETIME", ", TIMESTAMP_FORMAT=\"yyyy-MM-dd HH:mm:ss\""));

    private static StreamDefinition stream(String columns, String options) {
        return Plans.stream(
                "CREATE STREAM s (" + columns + ") WITH (DATASOURCE=\"d\"" + options + ")");
    }

    /** What becomes of a message, as far as somebody who reads these columns sees it. */
    private record Outcome(
            @Nullable String rejection,
            @Nullable String error,
            Map<String, @Nullable Object> values) {

        static Outcome of(StreamDefinition stream, Set<String> read, String json) {
            SourceLayout layout = new SourceLayout(stream.schema());
            Map<String, Integer> slots = new HashMap<>();
            read.forEach(name -> slots.put(name, layout.read(name)));
            RowAssembler assembler =
                    new RowAssembler(
                            layout,
                            Objects.requireNonNull(Builtins.formats().get("json"))
                                    .create(stream.schema())
                                    .newDecoder(),
                            RowRules.of(stream));
            DecodedBatch batch = new DecodedBatch(1);
            byte[] payload = json.getBytes(StandardCharsets.UTF_8);
            String rejection = assembler.append(Message.payload(payload, Metadata.NONE), 0, batch);
            Map<String, @Nullable Object> values = new HashMap<>();
            String error = rejection == null ? batch.error(0) : null;
            if (rejection == null && error == null) {
                slots.forEach((name, slot) -> values.put(name, batch.row(0)[slot]));
            }
            return new Outcome(rejection, error, values);
        }

        Outcome only(Set<String> names) {
            Map<String, @Nullable Object> kept = new HashMap<>(values);
            kept.keySet().retainAll(names);
            return new Outcome(rejection, error, kept);
        }
    }

    @Property
    void whenSomeColumnsAreRead_thenTheyAreWhatTheyAreIfAllAreRead(
            @ForAll("streams") StreamDefinition stream,
            @ForAll("messages") String json,
            @ForAll("names") Set<String> read) {
        // when
        Outcome all = Outcome.of(stream, new LinkedHashSet<>(NAMES), json);
        Outcome some = Outcome.of(stream, read, json);

        // then
        assertThat(some).isEqualTo(all.only(read));
    }

    @Property
    void whenAMessageIsSpoiled_thenItIsARowAnErrorOrRefused(
            @ForAll("streams") StreamDefinition stream,
            @ForAll("messages") String json,
            @ForAll("places") int place,
            @ForAll("spoilers") String spoiler) {
        int at = place % (json.length() + 1);
        String spoiled = json.substring(0, at) + spoiler + json.substring(at);

        assertThat(Outcome.of(stream, Set.of("a", "f", "g"), spoiled)).isNotNull();
    }

    @Provide
    Arbitrary<StreamDefinition> streams() {
        return Arbitraries.of(STREAMS);
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return Arbitraries.of(NAMES).set();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 300);
    }

    @Provide
    Arbitrary<String> spoilers() {
        return Arbitraries.of(
                "", "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u00", "1e999", "nul", "\u0000",
                "é");
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> key = Arbitraries.of(NAMES).flatMap(RowFuzzTest::spelled);
        return Combinators.combine(key, values())
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(14)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    private static Arbitrary<String> spelled(String name) {
        String upper = String.valueOf((char) (name.charAt(0) - 'a' + 'A'));
        return Arbitraries.of(name, name, name, upper);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "3.7",
                "1e30",
                "9007199254740993",
                "10796529505058023104",
                "\"\"",
                "\"x\"",
                "\"5\"",
                "\"1.5\"",
                "\"true\"",
                "\"2020-01-02T03:04:05.000Z\"",
                "\"2020-01-02 03:04:05\"",
                "[]",
                "[1,2.5,\"3\"]",
                "[null]",
                "\"[1,2]\"",
                "\"[1\"",
                "{}",
                "{\"x\":1,\"y\":[{\"z\":\"q\"},null]}",
                "{\"X\":\"7\",\"y\":null}",
                "\"{\\\"x\\\":1,\\\"y\\\":[]}\"",
                "[[[]]]");
    }
}
