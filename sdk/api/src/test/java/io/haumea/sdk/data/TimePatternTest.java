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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.error.HaumeaException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePatternTest {

    private static final OffsetDateTime TIME =
            OffsetDateTime.of(2020, 1, 2, 15, 4, 5, 678_901_234, ZoneOffset.ofHours(8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yyyy YYYY yy YY | 2020 2020 20 20",
                "M MM MMM MMMM | 1 01 Jan January",
                "d dd EEE EEEE | 2 02 Thu Thursday",
                "HH h hh a | 15 3 03 PM",
                "m mm s ss | 4 04 5 05",
                "sS sSS sSSS | 5.6 5.67 5.678",
                "ss.SSS | 05..678",
                "X XX XXX Z | +08 +0800 +08:00 +0800",
                "z G | +0800 AD",
                "'year' yyyy, 'o''clock' '' 2 Jan | year 2020, o'clock ' 2 J4n",
                "[MMMMM][ddd][hhh][aa][mmm][sss][SSSS][zz][ZZ][XXXX][GG] | [][][][][][][][][][][]",
                "T 年 🙂 | T 年 🙂",
            })
    void whenATimeIsWritten_thenEachLetterStandsForItsPart(String pattern, String expected) {
        // given
        String readable = pattern.replace("Jan", "J'4'n");

        // when
        String text = TimePattern.of(readable).format(TIME);

        // then
        assertThat(text).isEqualTo(expected);
    }

    @Test
    void whenTheHourIsMidnightOrNoon_thenItIsTwelve() {
        // given
        TimePattern pattern = TimePattern.of("hh a");

        // when / then
        assertThat(pattern.format(TIME.withHour(0))).isEqualTo("12 AM");
        assertThat(pattern.format(TIME.withHour(12))).isEqualTo("12 PM");
        assertThat(pattern.parse("12 AM").getHour()).isZero();
        assertThat(pattern.parse("12 PM").getHour()).isEqualTo(12);
        assertThat(pattern.parse("03 PM").getHour()).isEqualTo(15);
    }

    @Test
    void whenTheTimeIsInUtc_thenItsZoneHasAName() {
        assertThat(TimePattern.of("z Z").format(TIME.withOffsetSameInstant(ZoneOffset.UTC)))
                .isEqualTo("UTC +0000");
        assertThat(TimePattern.of("XXX").format(TIME.withOffsetSameLocal(ZoneOffset.of("-03:30"))))
                .isEqualTo("-03:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yyyy-MM-dd 'at' HH:mm:ss'Z'X | 2019-09-19 at 18:55:15Z+07 |"
                        + " 2019-09-19T18:55:15+07:00",
                "yyyy-MM-dd'AT'HH:mm:ss | 2019-09-23AT02:47:29 | 2019-09-23T02:47:29Z",
                "yyyy-MM-dd HH:mm:ss | 2019-09-23   02:47:29.123456 | 2019-09-23T02:47:29.123456Z",
                "HH:mm:ssSSS | 02:47:29.123 | 0000-01-01T02:47:29.123Z",
                "HH:mm:ss.SSS | 02:47:29.123 | 0000-01-01T02:47:29.123Z",
                "HH:mm:ss.SSS | 02:47:29..123 | 0000-01-01T02:47:29.123Z",
                "MMM d, yy | sep 3, 68 | 2068-09-03T00:00Z",
                "EEEE, MMMM d, yy | Monday, September 13, 69 | 1969-09-13T00:00Z",
                "yyyy z | 2020 UTC | 2020-01-01T00:00Z",
                "yyyy z | 2020 GMT | 2020-01-01T00:00Z",
                "yyyy z | 2020 GMT+3 | 2020-01-01T00:00+03:00",
                "yyyy z | 2020 CEST | 2020-01-01T00:00Z",
                "yyyy z | 2020 -0330 | 2020-01-01T00:00-03:30",
                "yyyyXXX | 2020-03:30 | 2020-01-01T00:00-03:30",
                "Gyyyy | AD2020 | 2020-01-01T00:00Z",
                "h a | 9 AM | 0000-01-01T09:00Z",
            })
    void whenATextIsRead_thenEachPartIsTaken(String pattern, String text, String expected) {
        // when
        OffsetDateTime time = TimePattern.of(pattern).parse(text);

        // then
        assertThat(time).isEqualTo(OffsetDateTime.parse(expected));
        assertThat(time.getOffset()).isEqualTo(OffsetDateTime.parse(expected).getOffset());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yyyy | 20a0 | parsing time \"20a0\" as \"2006\": cannot parse \"20a0\" as"
                        + " \"2006\"",
                "yyyy-MM | 2020-13 | parsing time \"2020-13\": month out of range",
                "HH | 24 | parsing time \"24\": hour out of range",
                "mm | 60 | parsing time \"60\": minute out of range",
                "ss | 60 | parsing time \"60\": second out of range",
                "yyyy-MM-dd | 2021-02-29 | parsing time \"2021-02-29\": day out of range",
                "yyyy | 2020x | parsing time \"2020x\": extra text: x",
                "yyyy/MM | 2020-01 | parsing time \"2020-01\" as \"2006/01\": cannot parse \"-01\""
                        + " as \"/\"",
                "yyyyX | 2020+99 | parsing time \"2020+99\": time zone offset out of range",
                "MMM | Juj | parsing time \"Juj\" as \"Jan\": cannot parse \"Juj\" as \"Jan\"",
            })
    void whenATextDoesNotFit_thenTheErrorSaysWhere(String pattern, String text, String message) {
        assertThatThrownBy(() -> TimePattern.of(pattern).parse(text))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yyy | invalid time format yyy for Y/y",
                "E | invalid time format E for E",
                "H:mm | invalid time format H of H, only HH is supported",
                "ss' | invalid time format ss': the quote at 2 is not closed",
            })
    void whenAPatternIsNone_thenTheErrorNamesThePart(String pattern, String message) {
        assertThatThrownBy(() -> TimePattern.of(pattern))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(message);
    }

    @Test
    void whenTheDefaultPatternReads_thenZAndOffsetsAreTaken() {
        assertThat(TimePattern.DEFAULT.parse("2019-09-19T00:55:15.000Z").toInstant())
                .isEqualTo(Instant.ofEpochMilli(1_568_854_515_000L));
        assertThat(TimePattern.DEFAULT.parse("2019-09-19T08:55:15.250+08:00").toInstant())
                .isEqualTo(Instant.ofEpochMilli(1_568_854_515_250L));
        assertThat(TimePattern.DEFAULT.format(TIME)).isEqualTo("2020-01-02T15:04:05.678+08:00");
        assertThat(TimePattern.DEFAULT.format(TIME.withOffsetSameInstant(ZoneOffset.UTC)))
                .isEqualTo("2020-01-02T07:04:05.678Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-19T00:55:15Z", "2019-09-19T00:55:15.0000Z", "2019-09-19", ""})
    void whenATextIsOtherThanTheDefaultPattern_thenItIsRefused(String text) {
        assertThatThrownBy(() -> TimePattern.DEFAULT.parse(text))
                .isInstanceOf(HaumeaException.class)
                .hasMessageStartingWith(
                        "parsing time \"" + text + "\" as \"2006-01-02T15:04:05.000Z07:00\"");
    }

    @Test
    void whenTheSecondsAreNone_thenTheErrorIsThatOfTheReference() {
        assertThatThrownBy(() -> TimePattern.DEFAULT.parse("2019-09-19T00:55:1dd5Z"))
                .hasMessage(
                        "parsing time \"2019-09-19T00:55:1dd5Z\" as"
                                + " \"2006-01-02T15:04:05.000Z07:00\": cannot parse \"1dd5Z\" as"
                                + " \"05\"");
    }
}
