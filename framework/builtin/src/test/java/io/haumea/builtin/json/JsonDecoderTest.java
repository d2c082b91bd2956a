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

import io.haumea.sdk.data.ExactNumber;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {

    @Test
    void whenAllKindsOfValuesAreGiven_thenEachArrivesAsItsSdkValue() {
        assertThat(
                        CollectingRow.decode(
                                " {\"t\":\"x\",\"i\":-7,\"f\":2.5,\"y\":true,\"n\":false,\"z\":null,\"l\":[1,\"a\",null,[]],\"m\":{\"b\":1,\"a\":{}}}\n"))
                .containsEntry("t", "x")
                .containsEntry("i", -7L)
                .containsEntry("f", 2.5)
                .containsEntry("y", true)
                .containsEntry("n", false)
                .containsEntry("z", null)
                .containsEntry("l", new ArrayList<Object>(Arrays.asList(1.0, "a", null, List.of())))
                .containsEntry("m", Map.of("b", 1.0, "a", Map.of()));
    }

    @Test
    void whenThePayloadIsNull_thenItIsAnObjectWithoutMembers() {
        assertThat(CollectingRow.decode(" null\n")).isEmpty();
    }

    @Test
    void whenListsAndMapsAreRead_thenTheyKeepTheirOrderAndCannotBeChanged() {
        Map<String, Object> row =
                CollectingRow.decode("{\"m\":{\"z\":1,\"a\":2,\"z\":3},\"l\":[1]}");
        Map<?, ?> map = (Map<?, ?>) row.get("m");
        List<?> list = (List<?>) row.get("l");

        assertThat(map.toString()).isEqualTo("{z=3.0, a=2.0}");
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whenAKeyComesTwice_thenTheLastValueIsGivenLast() {
        assertThat(CollectingRow.decode("{\"a\":1,\"b\":2,\"a\":3}")).containsEntry("a", 3L);
    }

    @Test
    void whenTheObjectIsEmpty_thenNothingIsGiven() {
        assertThat(CollectingRow.decode("{}")).isEmpty();
        assertThat(CollectingRow.decode("\t{ \r\n} ")).isEmpty();
    }

    @Test
    void whenKeysAndTextsHaveEscapes_thenTheyAreResolved() {
        assertThat(CollectingRow.decode("{\"\\u0061\\tb\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}"))
                .containsExactly(Map.entry("a\tb", "\"\\/\b\f\n\r\té"));
    }

    @ParameterizedTest
    @CsvSource({
        "\\uD83D\\uDE00, 😀",
        "\\uD83D, \uFFFD",
        "\\uDE00, \uFFFD",
        "\\uD83Dx, \uFFFDx",
        "\\uD83D\\u0041, \uFFFDA",
        "\\uD83D\\uD83D\\uDE00, \uFFFD😀",
        "\\uD83D\\n, '\uFFFD\n'"
    })
    void whenSurrogatesAreEscaped_thenPairsJoinAndHalvesAreReplaced(String escaped, String text) {
        assertThat(CollectingRow.decode("{\"a\":\"" + escaped + "\"}")).containsEntry("a", text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "999999999999999999, 999999999999999999",
        "1234567890123456789, 1234567890123456789",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void whenAWholeNumberFits_thenItIsALong(String text, long value) {
        assertThat(CollectingRow.decode("{\"a\":" + text + "}")).containsEntry("a", value);
        assertThat(CollectingRow.decode("{\"a\":" + text + "}").get("a")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "10796529505058023104",
                "123456789012345678901234567890"
            })
    void whenAWholeNumberIsTooGreat_thenAllItsDigitsAreKept(String text) {
        assertThat(CollectingRow.decode("{\"a\":" + text + "}"))
                .containsEntry("a", ExactNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0",
                "-0.0",
                "0.0",
                "1.0",
                "1e2",
                "1E+2",
                "12e-1",
                "0.1",
                "0.30000000000000004",
                "123456789.987654321",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.4703282292062328e-324",
                "1e-400",
                "0e999999999999",
                "9007199254740993.0",
                "1e22",
                "1e23",
                "123456789e22",
                "0.000000000000000000000000000001",
                "21.299999999999997"
            })
    void whenANumberHasAFractionOrExponent_thenItIsTheNearestDouble(String text) {
        assertThat(CollectingRow.decode("{\"a\":" + text + "}").get("a"))
                .isEqualTo(Double.valueOf(text));
    }

    @Property(tries = 20_000)
    void whenANumberIsWrittenInAnyWay_thenItIsTheNearestDouble(
            @ForAll long digits, @ForAll @IntRange(min = -340, max = 290) int exponent) {
        String text = (digits >> Math.floorMod(exponent, 60)) + "e" + exponent;

        assertThat(CollectingRow.decode("{\"a\":" + text + "}").get("a"))
                .isEqualTo(Double.valueOf(text));
    }

    @Property(tries = 5000)
    void whenADoubleIsWrittenInFull_thenItIsReadBack(@ForAll double value) {
        assertThat(CollectingRow.decode("{\"a\":" + value + "}").get("a")).isEqualTo(value);
    }

    @Test
    void whenAWholeNumberInAListIsNoDouble_thenItIsExact() {
        assertThat(
                        (List<?>)
                                CollectingRow.decode(
                                                "{\"a\":[9007199254740992,9007199254740993,"
                                                    + "9007199254740994,9223372036854775807,9223372036854775808]}")
                                        .get("a"))
                .isEqualTo(
                        List.of(
                                9007199254740992.0,
                                ExactNumber.of("9007199254740993"),
                                9007199254740994.0,
                                ExactNumber.of("9223372036854775807"),
                                0x1p63));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|found the end at byte 0, expected an object, which begins with '{'",
                "true|found 't' at byte 0, expected an object, which begins with '{'",
                "null x|found 'x' at byte 5, expected the end after the object",
                "[{}]|found '[' at byte 0, expected an object, which begins with '{'",
                "{|found the end at byte 1, expected a key in double quotes",
                "{a:1}|found 'a' at byte 1, expected a key in double quotes",
                "{\"a\":1,}|found '}' at byte 7, expected a key in double quotes",
                "{\"a\" 1}|found '1' at byte 5, expected ':'",
                "{\"a\":}|found '}' at byte 5, expected a value",
                "{\"a\":x}|found 'x' at byte 5, expected a value",
                "{\"a\":1 \"b\":2}|found '\"' at byte 7, expected ',' or '}'",
                "{\"a\":[1 2]}|found '2' at byte 8, expected ',' or ']'",
                "{\"a\":[1,]}|found ']' at byte 8, expected a value",
                "{\"a\":{\"b\"}}|found '}' at byte 9, expected ':'",
                "{\"a\":1}}|found '}' at byte 7, expected the end after the object",
                "{\"a\":tru}|found '}' at byte 8, expected the rest of 'true'",
                "{\"a\":01}|found '1' at byte 6, expected '.', 'e' or the end after a leading 0",
                "{\"a\":-}|found '}' at byte 6, expected a digit",
                "{\"a\":1.}|found '}' at byte 7, expected a digit",
                "{\"a\":1e+}|found '}' at byte 8, expected a digit",
                "{\"a\":+1}|found '+' at byte 5, expected a value",
                "{\"a\":\"x|found the end at byte 7, expected a character of a text or its closing"
                        + " quote",
                "{\"a\":\"\\x\"}|found 'x' at byte 7, expected one of \"\\/bfnrtu after '\\'",
                "{\"a\":\"\\u12G4\"}|found 'G' at byte 10, expected a hexadecimal digit"
            })
    void whenThePayloadIsNoJson_thenTheErrorSaysWhatAndWhere(String payload, String problem) {
        for (boolean wanted : List.of(true, false)) {
            assertThatThrownBy(
                            () ->
                                    CollectingRow.decode(
                                            payload.getBytes(StandardCharsets.UTF_8),
                                            key -> wanted))
                    .isInstanceOfSatisfying(
                            HaumeaException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD))
                    .hasMessage("The payload is not valid JSON: " + problem);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0 80",
                "C1 BF",
                "C3",
                "C3 22",
                "80",
                "BF",
                "E0 80 80",
                "E0 9F BF",
                "E2 82",
                "ED A0 80",
                "ED BF BF",
                "F0 80 80 80",
                "F0 8F BF BF",
                "F4 90 80 80",
                "F5 80 80 80",
                "FF",
                "FE",
                "F0 9F 98"
            })
    void whenATextIsNoUtf8_thenItIsRefused(String hex) {
        byte[] payload =
                ("{\"a\":\"" + "?".repeat(hex.length() / 3 + 1) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        int at = 6;
        for (String part : hex.split(" ", -1)) {
            payload[at++] = (byte) Integer.parseInt(part, 16);
        }

        assertThatThrownBy(() -> CollectingRow.decode(payload))
                .isInstanceOf(HaumeaException.class)
                .hasMessageContaining("expected a text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u07FF",
                "\u0800",
                "\uD7FF",
                "\uE000",
                "\uFFFF",
                "𐀀",
                "\uDBFF\uDFFF"
            })
    void whenATextIsUtf8_thenItIsRead(String text) {
        assertThat(CollectingRow.decode("{\"" + text + "\":\"" + text + "x\"}"))
                .containsExactly(Map.entry(text, text + "x"));
    }

    @Test
    void whenATextHoldsAControlCharacter_thenItIsRefusedWhereverItStands() {
        for (int at = 0; at < 20; at++) {
            String text = "{\"a\":\"" + "x".repeat(at) + "\u0001" + "y".repeat(20) + "\"}";
            int place = at + 6;
            assertThatThrownBy(() -> CollectingRow.decode(text))
                    .isInstanceOf(HaumeaException.class)
                    .hasMessageContaining("found the byte 0x01 at byte " + place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e999999999999999999"})
    void whenANumberIsBeyondTheRangeOfDoubles_thenItIsRefusedWhoeverWantsIt(String number) {
        for (String place : List.of("{\"a\":#}", "{\"a\":[#]}", "{\"a\":{\"b\":#}}")) {
            byte[] payload = place.replace("#", number).getBytes(StandardCharsets.UTF_8);
            for (boolean wanted : List.of(true, false)) {
                assertThatThrownBy(() -> CollectingRow.decode(payload, key -> wanted))
                        .isInstanceOf(HaumeaException.class)
                        .hasMessageContaining("a number beyond the range of doubles at byte ");
            }
        }
    }

    @Test
    void whenAWholeNumberHasManyDigits_thenItIsRefusedBeforeItCostsMuch() {
        assertThatThrownBy(() -> CollectingRow.decode("{\"a\":" + "9".repeat(1_000_000) + "}"))
                .isInstanceOf(HaumeaException.class)
                .hasMessageContaining("beyond the range of doubles at byte 5");
    }

    @Test
    void whenListsLieDeepInEachOther_then512LevelsAreReadAndMoreAreRefused() {
        assertThat(CollectingRow.decode(nested(511))).hasSize(1);
        for (int levels : List.of(512, 100_000)) {
            byte[] payload = nested(levels).getBytes(StandardCharsets.UTF_8);
            for (boolean wanted : List.of(true, false)) {
                assertThatThrownBy(() -> CollectingRow.decode(payload, key -> wanted))
                        .isInstanceOf(HaumeaException.class)
                        .hasMessageContaining("more than 512 deep at byte 516");
            }
        }
    }

    private static String nested(int levels) {
        return "{\"a\":"
                + String.join("", Collections.nCopies(levels, "["))
                + String.join("", Collections.nCopies(levels, "]"))
                + "}";
    }

    @Test
    void whenADecoderHasFailed_thenItReadsTheNextPayload() {
        JsonDecoder decoder = new JsonDecoder();
        CollectingRow row = new CollectingRow(key -> true);
        assertThatThrownBy(() -> decoder.decode("{\"a\":1.".getBytes(StandardCharsets.UTF_8), row))
                .isInstanceOf(HaumeaException.class);

        decoder.decode("{\"a\":5}".getBytes(StandardCharsets.UTF_8), row);

        assertThat(row.values()).containsEntry("a", 5L);
    }
}
