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

import io.haumea.sdk.error.HaumeaException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever patterns and texts come, they are read, written, or refused in words. */
class TimePatternFuzzTest {

    @Property
    void whenAPatternIsTaken_thenItWritesAndReadsWithoutSurprises(
            @ForAll("patterns") String pattern,
            @ForAll("texts") String text,
            @ForAll("times") OffsetDateTime time) {
        Optional<TimePattern> compiled = compile(pattern);
        compiled.ifPresent(
                taken -> {
                    String written = taken.format(time);
                    assertThat(written).isNotNull();
                    readOrRefuse(taken, written);
                    readOrRefuse(taken, text);
                });
        readOrRefuse(TimePattern.DEFAULT, text);
    }

    @Property
    void whenATimeIsWrittenByADetailedPattern_thenItIsReadBack(
            @ForAll("times") OffsetDateTime time, @ForAll("completePatterns") String pattern) {
        TimePattern compiled = TimePattern.of(pattern);
        OffsetDateTime read = compiled.parse(compiled.format(time));
        assertThat(read).isEqualTo(time);
    }

    private static Optional<TimePattern> compile(String pattern) {
        try {
            return Optional.of(TimePattern.of(pattern));
        } catch (HaumeaException refused) {
            assertThat(refused).hasMessageStartingWith("invalid time format");
            return Optional.empty();
        }
    }

    private static void readOrRefuse(TimePattern pattern, String text) {
        try {
            assertThat(pattern.parse(text)).isNotNull();
        } catch (HaumeaException refused) {
            assertThat(refused).hasMessageStartingWith("parsing time");
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> parts =
                Arbitraries.of(
                        "yyyy", "yy", "MMM", "M", "dd", "EEE", "HH", "h", "a", "m", "ss", "SSS",
                        "z", "Z", "X", "XX", "XXX", "G", "'", "''", "'T'", ".", " ", "-");
        Arbitrary<String> letters =
                Arbitraries.strings().withChars("yYMdEHhamsSzZXG'. :x5\u0130").ofMaxLength(12);
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(12).map(list -> String.join("", list)),
                letters,
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789-+:.TZ GMTUCAPJanMo").ofMaxLength(40),
                times().map(TimePattern.DEFAULT::format),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<OffsetDateTime> times() {
        Arbitrary<Long> millis =
                Arbitraries.longs().between(-62_135_596_800_000L, 253_402_000_000_000L);
        Arbitrary<Integer> quarters = Arbitraries.integers().between(-48, 48);
        return Combinators.combine(millis, quarters)
                .as(
                        (milli, quarter) ->
                                Instant.ofEpochMilli(milli)
                                        .atOffset(ZoneOffset.ofTotalSeconds(quarter * 900)));
    }

    @Provide
    Arbitrary<String> completePatterns() {
        return Arbitraries.of(
                "yyyy-MM-dd'T'HH:mm:ssSSSXXX",
                "EEEE, d MMMM yyyy hh:mm:ss.SSS a Z",
                "YYYY/M/d h:m:sSSS a z",
                "MMM dd yyyy HHmmssSSSXX");
    }
}
