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
package io.haumea.builtin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.error.HaumeaException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEncoderTest {

    private final JsonEncoder encoder = new JsonEncoder();

    @Test
    void whenRowsAreEncoded_thenTheyAreAnArrayOfObjectsWithSortedKeys() {
        ListRow first = row("b", 1L, "a", "x", "B", true, "é", null, "aa", 2.0);
        ListRow second = row("z", 1.5);

        assertThat(encode(first, second))
                .isEqualTo("[{\"B\":true,\"a\":\"x\",\"aa\":2,\"b\":1,\"é\":null},{\"z\":1.5}]");
    }

    @Test
    void whenThereAreNoRowsOrColumns_thenTheArrayOrObjectIsEmpty() {
        assertThat(encode()).isEqualTo("[]");
        assertThat(encode(row())).isEqualTo("[{}]");
    }

    @Test
    void whenARowIsEncodedAlone_thenItIsAnObject() {
        byte[] payload = encoder.encodeSingle(row("b", 1L, "a", 2L));

        assertThat(new String(payload, StandardCharsets.UTF_8)).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Test
    void whenKeysGoBeyondSixteenBits_thenTheyAreSortedByBytes() {
        assertThat(encode(row("😀", 1L, "\uFFFD", 2L))).isEqualTo("[{\"\uFFFD\":2,\"😀\":1}]");
        assertThat(encode(row("m", Map.of("😀", 1L, "\uFFFD", 2L))))
                .isEqualTo("[{\"m\":{\"\uFFFD\":2,\"😀\":1}}]");
    }

    @Test
    void whenRowsOfManyShapesAlternate_thenEachHasItsOwnKeys() {
        for (int round = 0; round < 3; round++) {
            for (int shape = 0; shape < 20; shape++) {
                ListRow row = row("n" + shape, 1L, "a", 2L);
                assertThat(encode(row)).isEqualTo("[{\"a\":2,\"n" + shape + "\":1}]");
            }
        }
    }

    @Test
    void whenTextsHoldSpecialCharacters_thenTheyAreEscapedAsBrowsersAreSafeWith() {
        assertThat(
                        encode(
                                row(
                                        "a<",
                                        "<a href=\"x\">&\\/\b\f\n\r"
                                                + "\t\u0000\u001f\u007f\u2028\u2029é中😀")))
                .isEqualTo(
                        "[{\"a\\u003c\":\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\\\/\\u0008\\u000c"
                                + "\\n\\r\\t\\u0000\\u001f\u007f\\u2028\\u2029é中😀\"}]");
    }

    @Test
    void whenATextHoldsHalfASurrogatePair_thenItIsReplaced() {
        assertThat(encode(row("a", "x\uD83Dy", "b", "\uDE00", "c", "\uD83D")))
                .isEqualTo("[{\"a\":\"x\\ufffdy\",\"b\":\"\\ufffd\",\"c\":\"\\ufffd\"}]");
    }

    @Property(tries = 500)
    void whenAnyTextIsEncoded_thenAParserReadsItBack(@ForAll String text) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String longer = clean.repeat(1 + 3000 / (clean.length() + 1));

        assertThat(
                        JsonParser.parseString(encode(row("a", longer)))
                                .getAsJsonArray()
                                .get(0)
                                .getAsJsonObject()
                                .get("a")
                                .getAsString())
                .isEqualTo(longer);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, -0",
        "3.0, 3",
        "-3.0, -3",
        "2.5, 2.5",
        "100.0, 100",
        "1e20, 100000000000000000000",
        "123456789012345680000.0, 123456789012345680000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "0.000001, 0.000001",
        "0.0000015, 0.0000015",
        "1e-7, 1e-7",
        "1.25e-10, 1.25e-10",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e-100, 1e-100",
        "4.9e-324, 5e-324",
        "2e-3, 0.002",
        "2.0E-44, 2e-44",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740993.0, 9007199254740992",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.0E23, 1e+23",
        "2.98023223876953125E-8, 2.9802322387695312e-8",
        "21.333333333333332, 21.333333333333332"
    })
    void whenADoubleIsEncoded_thenItHasTheShortestDigits(double value, String text) {
        assertThat(encode(row("a", value))).isEqualTo("[{\"a\":" + text + "}]");
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "9",
        "10",
        "-1",
        "99",
        "100",
        "999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "-9223372036854775808"
    })
    void whenAWholeNumberIsEncoded_thenItIsDecimal(long value) {
        assertThat(encode(row("a", value))).isEqualTo("[{\"a\":" + value + "}]");
    }

    @Test
    void whenANumberIsExact_thenAllItsDigitsAreWritten() {
        assertThat(encode(row("a", ExactNumber.of("-10796529505058023104"))))
                .isEqualTo("[{\"a\":-10796529505058023104}]");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T03:04:05Z, 2020-01-02T03:04:05Z",
        "2020-01-02T03:04:05.678Z, 2020-01-02T03:04:05.678Z",
        "2020-01-02T03:04:05.000000001Z, 2020-01-02T03:04:05.000000001Z",
        "2020-01-02T03:04:05.120+08:00, 2020-01-02T03:04:05.12+08:00",
        "2020-12-31T23:59:59-05:30, 2020-12-31T23:59:59-05:30",
        "0007-01-02T03:04:05Z, 0007-01-02T03:04:05Z"
    })
    void whenADateTimeIsEncoded_thenItIsRfc3339(OffsetDateTime time, String text) {
        assertThat(encode(row("a", time))).isEqualTo("[{\"a\":\"" + text + "\"}]");
    }

    @Test
    void whenListsAndMapsAreEncoded_thenKeysAreSortedAtEveryDepth() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", List.of(1L, List.of(), Map.of()));
        inner.put("a", new byte[] {1, 2, 3, (byte) 0xFF});

        assertThat(encode(row("m", inner)))
                .isEqualTo("[{\"m\":{\"a\":\"AQID/w==\",\"z\":[1,[],{}]}}]");
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, +Inf", "-Infinity, -Inf"})
    void whenADoubleIsNoNumber_thenTheErrorNamesIt(double value, String name) {
        assertThatThrownBy(() -> encode(row("a", List.of(value))))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("json: unsupported value: " + name);
    }

    @Test
    void whenAValueIsNoSdkValue_thenTheErrorNamesItsClass() {
        assertThatThrownBy(() -> encode(row("a", Thread.State.NEW)))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("json: unsupported value: an object of class java.lang.Thread$State");
    }

    @Test
    void whenAListHoldsItself_thenItIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(Collections.unmodifiableList(endless));

        assertThatThrownBy(() -> encode(row("a", endless)))
                .isInstanceOf(HaumeaException.class)
                .hasMessageContaining("more than 1000 deep");
    }

    @Test
    void whenAnEncodingFailed_thenTheNextOneBeginsAnew() {
        assertThatThrownBy(() -> encode(row("a", 1L, "b", Double.NaN)))
                .isInstanceOf(HaumeaException.class);

        assertThat(encode(row("c", 2L))).isEqualTo("[{\"c\":2}]");
    }

    @Test
    void whenAResultIsLarge_thenItIsComplete() {
        List<ListRow> rows = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            rows.add(row("n", i, "t", "text"));
        }

        String payload = new String(encoder.encode(rows), StandardCharsets.UTF_8);

        assertThat(JsonParser.parseString(payload).getAsJsonArray()).hasSize(20_000);
        assertThat(payload).endsWith("{\"n\":19999,\"t\":\"text\"}]");
    }

    @Property(tries = 2000)
    void whenADecodedObjectIsEncoded_thenItDecodesToTheSame(@ForAll long seed) {
        Map<String, @Nullable Object> row = CollectingRow.decode(new RandomJson(seed).object());

        byte[] payload = encoder.encodeSingle(ListRow.of(row));

        assertThat(numbersByValue(CollectingRow.decode(payload))).isEqualTo(numbersByValue(row));
    }

    /** A whole double comes back as a whole number. */
    private static @Nullable Object numbersByValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, numbersByValue(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(numbersByValue(item)));
            return copy;
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private String encode(ListRow... rows) {
        return new String(encoder.encode(List.of(rows)), StandardCharsets.UTF_8);
    }

    private static ListRow row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return ListRow.of(columns);
    }
}
