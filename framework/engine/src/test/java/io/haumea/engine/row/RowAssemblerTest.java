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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.builtin.Builtins;
import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowAssemblerTest {

    private static final long ARRIVAL = 1_000;

    /** A stream's decoding, with columns that a rule reads. */
    private static final class Bench {
        private final SourceLayout layout;
        private final RowAssembler assembler;

        Bench(StreamDefinition stream) {
            layout = new SourceLayout(stream.schema());
            assembler =
                    new RowAssembler(
                            layout,
                            Objects.requireNonNull(Builtins.formats().get("json"))
                                    .create(stream.schema())
                                    .newDecoder(),
                            RowRules.of(stream));
        }

        static Bench of(String columns) {
            return of(columns, "");
        }

        static Bench of(String columns, String options) {
            return new Bench(
                    Plans.stream(
                            "CREATE STREAM s ("
                                    + columns
                                    + ") WITH (DATASOURCE=\"d\""
                                    + options
                                    + ")"));
        }

        int read(String name) {
            return layout.read(name);
        }

        DecodedBatch decode(Message message) {
            DecodedBatch batch = new DecodedBatch(1);
            assembler.refresh();
            String rejected = assembler.append(message, ARRIVAL, batch);
            if (rejected != null) {
                batch.reject(rejected);
            }
            return batch;
        }

        DecodedBatch decode(String json) {
            return decode(Message.payload(json.getBytes(StandardCharsets.UTF_8), Metadata.NONE));
        }

        @Nullable Object value(String name, String json) {
            int slot = read(name);
            DecodedBatch batch = decode(json);
            assertThat(batch.error(0)).isNull();
            return batch.row(0)[slot];
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"aB\":1} ~ 1.0",
                "{\"AB\":1,\"aB\":2} ~ 1.0",
                "{\"AB\":1,\"ab\":2} ~ 2.0",
                "{\"ab\":2,\"AB\":1} ~ 2.0",
                "{\"Ab\":1,\"Ab\":2} ~ 2.0",
                "{\"ab\":1,\"ab\":2} ~ 2.0",
                "{\"AB\":1,\"ab\":2,\"AB\":3} ~ 2.0",
                "{\"\\u0061b\":4} ~ 4.0",
            })
    void whenSpellingsDiffer_thenTheLowerCaseOneWinsElseTheFirst(String json, double value) {
        assertThat(Bench.of("").value("Ab", json)).isEqualTo(value);
    }

    @Test
    void whenThereAreMoreKeysThanAreRemembered_thenTheLastDuplicateStillWins() {
        // given
        Bench bench = Bench.of("");
        int slot = bench.read("x");
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            json.append("\"key").append(i).append("\":").append(i).append(',');
        }
        bench.decode(json + "\"X\":1}");

        // when
        DecodedBatch batch = bench.decode("{\"X\":1,\"X\":2}");

        // then
        assertThat(batch.row(0)[slot]).isEqualTo(2.0);
    }

    @Test
    void whenNumbersAreUndeclared_thenTheyAreFloatsThatKeepTheirDigits() {
        Bench bench = Bench.of("");
        assertThat(bench.value("a", "{\"a\":3}")).isEqualTo(3.0);
        assertThat(bench.value("a", "{\"a\":9007199254740992}")).isEqualTo(9007199254740992.0);
        assertThat(bench.value("a", "{\"a\":9007199254740993}"))
                .isEqualTo(ExactNumber.of("9007199254740993"));
        assertThat(bench.value("a", "{\"a\":9223372036854775807}"))
                .isEqualTo(ExactNumber.of("9223372036854775807"));
    }

    @Test
    void whenSeveralDeclaredColumnsAreWrong_thenTheFirstDeclaredIsTheErrorWhoeverReads() {
        // given: nobody reads a or b
        Bench bench = Bench.of("a BIGINT, b FLOAT, c STRING");
        bench.read("c");

        // when, then
        assertThat(bench.decode("{\"c\":1,\"b\":\"x\",\"a\":\"y\"}").error(0))
                .isEqualTo(
                        "error in preprocessor: invalid data type for a, expect bigint but found"
                                + " string(y)");
        assertThat(bench.decode("{\"c\":1,\"b\":\"x\",\"a\":1}").error(0))
                .isEqualTo(
                        "error in preprocessor: invalid data type for b, expect float but found"
                                + " string(x)");
        assertThat(bench.decode("{\"c\":1,\"a\":1}").error(0))
                .isEqualTo(
                        "error in preprocessor: invalid data map[a:%!s(float64=1)"
                                + " c:%!s(float64=1)], field b not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "BIGINT ~ 3.7 ~ 3",
                "BIGINT ~ -3.7 ~ -3",
                "BIGINT ~ -9223372036854775808 ~ -9223372036854775808",
                "BIGINT ~ \"9007199254740993\" ~ 9007199254740993",
                "FLOAT ~ 3 ~ 3.0",
                "FLOAT ~ \"1.5\" ~ 1.5",
                "FLOAT ~ \"1e3\" ~ 1000.0",
                "STRING ~ \"x\" ~ x",
                "BOOLEAN ~ \"T\" ~ true",
                "BOOLEAN ~ \"False\" ~ false",
                "BOOLEAN ~ true ~ true",
                "DATETIME ~ 1577934245678 ~ 2020-01-02T03:04:05.678Z",
                "DATETIME ~ \"2020-01-02T03:04:05.678+02:00\" ~ 2020-01-02T03:04:05.678+02:00",
                "ARRAY(BIGINT) ~ [1.5,\"2\"] ~ [1, 2]",
                "ARRAY(STRUCT(x STRING)) ~ [null,{\"X\":\"q\"}] ~ [null, {x=q}]",
                "ARRAY(FLOAT) ~ null ~ null",
                "STRUCT(x BIGINT, y FLOAT) ~ {\"Y\":1,\"X\":\"2\",\"z\":1} ~ {x=2, y=1.0}",
                "STRUCT(x BIGINT) ~ null ~ null",
                "ARRAY(BIGINT) ~ [9007199254740993] ~ [9007199254740993]",
                "ARRAY(BIGINT) ~ \"[1, 2.5, \\\"3\\\"]\" ~ [1, 2, 3]",
                "ARRAY(STRUCT(x ARRAY(FLOAT))) ~ [{\"x\":\"[1]\"}] ~ [{x=[1.0]}]",
                "ARRAY(STRUCT(x STRING)) ~ \"[{\\\"x\\\":\\\"q\\\"}]\" ~ [{x=q}]",
                "ARRAY(STRUCT(x STRING)) ~ [\"{\\\"X\\\":\\\"q\\\"}\"] ~ [{x=q}]",
                "STRUCT(aB BIGINT) ~ \"{\\\"AB\\\":1}\" ~ {aB=1}",
                "STRUCT(a STRUCT(bC FLOAT)) ~ {\"A\":{\"bc\":1}} ~ {a={bC=1.0}}",
                "ARRAY(DATETIME) ~ [0] ~ [1970-01-01T00:00Z]",
            })
    void whenValueFits_thenItIsConverted(String type, String value, String converted) {
        assertThat(Bench.of("v " + type).value("v", "{\"v\":" + value + "}"))
                .satisfies(found -> assertThat(String.valueOf(found)).isEqualTo(converted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "BIGINT ~ \"1.5\" ~ invalid data type for v, expect bigint but found string(1.5)",
                "BIGINT ~ \"\u0663\" ~ invalid data type for v, expect bigint but found"
                        + " string(\u0663)",
                "BIGINT ~ true ~ invalid data type for v, expect bigint but found bool(true)",
                "BIGINT ~ null ~ invalid data type for v, expect bigint but found <nil>(<nil>)",
                "BIGINT ~ [1] ~ invalid data type for v, expect bigint but found"
                        + " []interface {}([1])",
                "FLOAT ~ \"1.5f\" ~ invalid data type for v, expect float but found string(1.5f)",
                "FLOAT ~ \" 1\" ~ invalid data type for v, expect float but found string( 1)",
                "STRING ~ 1 ~ invalid data type for v, expect string but found float64(1)",
                "BOOLEAN ~ 1 ~ invalid data type for v, expect boolean but found float64(1)",
                "BOOLEAN ~ \"yes\" ~ invalid data type for v, expect boolean but found string(yes)",
                "DATETIME ~ true ~ invalid data type for v, expect datatime but find bool(true)",
                "ARRAY(STRING) ~ 1 ~ invalid data type for v, expect array but found float64(1)",
                "ARRAY(STRING) ~ [\"a\",null] ~ fail to parse field v: invalid data type for [1],"
                        + " expect string but found <nil>(<nil>)",
                "ARRAY(BIGINT) ~ [\"x\"] ~ fail to parse field v: invalid data type for [0],"
                        + " expect float but found string(x)",
                "ARRAY(STRUCT(x BIGINT)) ~ [1] ~ fail to parse field v: invalid data type for [0],"
                        + " expect map but found float64(1)",
                "ARRAY(FLOAT) ~ \"x\" ~ invalid data type for v, expect array but found string(x)",
                "ARRAY(FLOAT) ~ \"[1\" ~ invalid data type for v, expect array but found"
                        + " string([1)",
                "ARRAY(FLOAT) ~ \"[1],\\\"list\\\":[2]\" ~ invalid data type for v, expect array"
                        + " but found string([1],\"list\":[2])",
                "ARRAY(FLOAT) ~ \"{}\" ~ invalid data type for v, expect array but found"
                        + " string({})",
                "STRUCT(x BIGINT) ~ \"[1]\" ~ invalid data type for v, expect map but found"
                        + " string([1])",
                "STRUCT(x BIGINT) ~ \"{}\" ~ invalid data map[], field x not found",
                "DATETIME ~ \"2020-01-02\" ~ invalid data type for v, cannot convert to datetime:"
                        + " parsing time \"2020-01-02\" as \"2006-01-02T15:04:05.000Z07:00\":"
                        + " cannot parse \"\" as \"T\"",
                "STRUCT(x BIGINT) ~ 1 ~ invalid data type for v, expect struct but found"
                        + " float64(1)",
                "STRUCT(x BIGINT) ~ {\"y\":true} ~ invalid data map[y:%!s(bool=true)], field x not"
                        + " found",
            })
    void whenValueDoesNotFit_thenTheTextIsThatOfTheReference(
            String type, String value, String error) {
        assertThat(Bench.of("v " + type).decode("{\"v\":" + value + "}").error(0))
                .isEqualTo("error in preprocessor: " + error);
    }

    @Test
    void whenTheLayoutGrowsWhileMessagesFlow_thenOldSlotsStayAndNewOnesAreFilled() {
        // given
        Bench bench = Bench.of("a BIGINT");
        int a = bench.read("a");
        assertThat(bench.decode("{\"a\":1,\"b\":2}").row(0)[a]).isEqualTo(1L);

        // when
        int b = bench.read("b");
        DecodedBatch batch = bench.decode("{\"a\":3,\"B\":4}");

        // then
        assertThat(bench.read("A")).isEqualTo(a);
        assertThat(batch.row(0)[a]).isEqualTo(3L);
        assertThat(batch.row(0)[b]).isEqualTo(4.0);
    }

    @Test
    void whenTheWholeMessageIsRead_thenAllSpellingsAreInItInOrder() {
        // given
        Bench bench = Bench.of("");
        int a = bench.read("a");
        bench.layout.readWhole();

        // when
        DecodedBatch batch = bench.decode("{\"b\":1,\"A\":2,\"a\":3,\"b\":null}");

        // then
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("b", null);
        expected.put("A", 2.0);
        expected.put("a", 3.0);
        assertThat(batch.row(0)[SourceLayout.WHOLE_SLOT]).isEqualTo(expected);
        assertThat(batch.row(0)[a]).isEqualTo(3.0);
    }

    @Test
    void whenMessageBringsFields_thenTheyAreFoundAndConvertedLikewise() {
        // given
        Bench bench = Bench.of("a BIGINT, b FLOAT");
        int a = bench.read("a");
        int b = bench.read("b");

        // when
        DecodedBatch batch =
                bench.decode(Message.fields(Map.of("A", 1L, "b", "2.5"), Metadata.NONE));

        // then
        assertThat(List.of(batch.row(0)[a], batch.row(0)[b])).isEqualTo(List.of(1L, 2.5));
    }

    @Test
    void whenPayloadIsBroken_thenNothingIsAddedAndTheNextOneIsClean() {
        // given
        Bench bench = Bench.of("");
        int a = bench.read("a");
        int b = bench.read("b");

        // when
        DecodedBatch broken = bench.decode("{\"a\":1,\"b\":2");
        DecodedBatch next = bench.decode("{\"a\":3}");

        // then
        assertThat(broken.size()).isZero();
        assertThat(broken.rejected()).isOne();
        assertThat(next.row(0)[a]).isEqualTo(3.0);
        assertThat(next.row(0)[b]).isNull();
    }

    @Test
    void whenTheStreamHasATimeFormat_thenTextsInDatetimeColumnsAreReadByIt() {
        // given
        Bench bench = Bench.of("v DATETIME", ", TIMESTAMP_FORMAT=\"yyyy-MM-dd HH:mm:ssX\"");

        // when, then: the offset is kept, digits after the second are taken
        assertThat(bench.value("v", "{\"v\":\"2020-01-02 03:04:05.5+02\"}"))
                .isEqualTo(OffsetDateTime.parse("2020-01-02T03:04:05.5+02:00"));
        assertThat(bench.value("v", "{\"v\":1577934245678}"))
                .isEqualTo(OffsetDateTime.parse("2020-01-02T03:04:05.678Z"));
        assertThat(bench.decode("{\"v\":\"2020\"}").error(0))
                .startsWith(
                        "error in preprocessor: invalid data type for v, cannot convert to"
                                + " datetime: parsing time \"2020\"");
    }

    @Test
    void whenATimeFormatIsNone_thenThatMattersOnlyIfAColumnNeedsIt() {
        String format = ", TIMESTAMP_FORMAT=\"yyy\"";
        assertThat(Bench.of("v BIGINT", format).value("v", "{\"v\":1}")).isEqualTo(1L);
        assertThatThrownBy(() -> Bench.of("v ARRAY(STRUCT(x DATETIME))", format))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("invalid time format yyy for Y/y");
    }

    @Test
    void whenValidationIsStrict_thenAMessageThatDoesNotFitIsDroppedAndCounted() {
        // given
        Bench bench = Bench.of("a BIGINT, b STRING", ", STRICT_VALIDATION=\"true\"");
        int a = bench.read("a");

        // when
        DecodedBatch lacking = bench.decode("{\"a\":1}");
        DecodedBatch wrong = bench.decode("{\"a\":\"x\",\"b\":\"y\"}");
        DecodedBatch good = bench.decode("{\"a\":1,\"b\":\"y\"}");

        // then
        assertThat(List.of(lacking.size(), lacking.rejected())).isEqualTo(List.of(0, 1));
        assertThat(lacking.lastRejection()).endsWith("field b not found");
        assertThat(List.of(wrong.size(), wrong.rejected())).isEqualTo(List.of(0, 1));
        assertThat(good.row(0)[a]).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "BIGINT ~ 0",
                "FLOAT ~ 0.0",
                "STRING ~ ``",
                "BOOLEAN ~ false",
                "DATETIME ~ 1970-01-01T00:00:01Z",
                "ARRAY(BIGINT) ~ []",
                "STRUCT(x BIGINT) ~ null",
            })
    void whenValidationIsLax_thenWhatIsMissingIsFilledUp(String type, String filling) {
        // given
        Bench bench = Bench.of("v " + type + ", w BIGINT", ", STRICT_VALIDATION=\"FALSE\"");

        // when, then
        assertThat(String.valueOf(bench.value("v", "{\"w\":1}"))).isEqualTo(filling);
        assertThat(bench.decode("{\"w\":null}").error(0))
                .isEqualTo(
                        "error in preprocessor: invalid data type for w, expect bigint but found"
                                + " <nil>(<nil>)");
    }

    @Test
    void whenValidationIsLax_thenMissingMembersOfStructsAreFilledUpToo() {
        Bench bench = Bench.of("v STRUCT(x BIGINT, y STRING)", ", STRICT_VALIDATION=\"FALSE\"");
        assertThat(bench.value("v", "{\"v\":{\"y\":\"q\"}}")).isEqualTo(Map.of("x", 0L, "y", "q"));
    }

    @Test
    @Timeout(20)
    void whenARuleReadsThousandsOfColumns_thenTheyAreFoundQuickly() {
        // given
        Bench bench = Bench.of("");
        StringBuilder json = new StringBuilder("{\"first\":1");
        for (int i = 0; i < 15_000; i++) {
            json.append(",\"Column").append(i).append("\":").append(i);
        }

        // when
        int last = 0;
        for (int i = 0; i < 15_000; i++) {
            last = bench.read("column" + i);
        }

        // then
        assertThat(bench.decode(json + "}").row(0)[last]).isEqualTo(14_999.0);
    }
}
