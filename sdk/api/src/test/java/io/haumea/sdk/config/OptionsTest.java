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
package io.haumea.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {

    enum Level {
        AT_MOST_ONCE,
        AT_LEAST_ONCE
    }

    record Everything(
            @Option(key = "server", doc = "Where to.", required = true) URI server,
            @Option(key = "topic", doc = "A text.") @Nullable String topic,
            @Option(key = "port", doc = "A port.", fallback = "1883") int port,
            @Option(key = "size", doc = "A size.", unit = "bytes") long size,
            @Option(key = "boxed", doc = "Maybe a number.") @Nullable Integer boxed,
            @Option(key = "ratio", doc = "A part.", fallback = "0.5") double ratio,
            @Option(key = "retained", doc = "A switch.") boolean retained,
            @Option(key = "timeout", doc = "A limit.", unit = "ms", fallback = "5s")
                    Duration timeout,
            @Option(key = "level", doc = "A choice.", fallback = "at_most_once") Level level,
            @Option(key = "names", doc = "A list.") List<String> names,
            @Option(key = "headers", doc = "A map.") Map<String, String> headers,
            @Option(key = "password", doc = "A secret.", secret = true) @Nullable Integer secret) {}

    record Plain(String undeclared) {}

    record Checked(@Option(key = "max", doc = "More than 0.", fallback = "1") int max) {
        Checked {
            if (max <= 0) {
                throw new IllegalArgumentException("max must be more than 0, was " + max);
            }
        }
    }

    record Choosy(@Option(key = "mode", doc = "A mode.") String mode) {
        Choosy {
            throw new HaumeaException(ErrorCode.REFUSED, "no mode is good enough");
        }
    }

    record Odd(@Option(key = "odd", doc = "Of no known type.") Thread odd) {}

    @Test
    void whenOnlyRequiredOptionsAreGiven_thenTheOthersHaveTheirFallbacks() {
        Everything options = read(Map.of());

        assertThat(options)
                .isEqualTo(
                        new Everything(
                                URI.create("tcp://a:1"),
                                null,
                                1883,
                                0L,
                                null,
                                0.5,
                                false,
                                Duration.ofSeconds(5),
                                Level.AT_MOST_ONCE,
                                List.of(),
                                Map.of(),
                                null));
    }

    @Test
    void whenARequiredOptionIsMissingOrEmpty_thenTheErrorNamesIt() {
        for (Map<String, Object> values :
                List.of(Map.<String, Object>of(), Map.<String, Object>of("server", ""))) {
            assertThatThrownBy(() -> Options.read(Everything.class, values, "mqtt source"))
                    .isInstanceOfSatisfying(
                            HaumeaException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                    .hasMessage("mqtt source is missing property server");
        }
    }

    @Test
    void whenKeysDifferInCase_thenTheyAreFoundAndTheExactOneWins() {
        assertThat(read(Map.of("PORT", 1)).port()).isEqualTo(1);
        assertThat(read(Map.of("PORT", 1, "port", 2, "Port", 3)).port()).isEqualTo(2);
    }

    @Test
    void whenKeysAreUnknown_thenTheyAreIgnored() {
        assertThat(read(Map.of("colour", "red")).port()).isEqualTo(1883);
    }

    @Test
    void whenAValueIsNull_thenTheFallbackCounts() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("port", null);

        assertThat(read(values).port()).isEqualTo(1883);
    }

    static Stream<Arguments> goodValues() {
        return Stream.of(
                Arguments.of("topic", 5.0, "5"),
                Arguments.of("topic", 2.5, "2.5"),
                Arguments.of("topic", Double.POSITIVE_INFINITY, "Infinity"),
                Arguments.of("topic", true, "true"),
                Arguments.of("port", "77", 77),
                Arguments.of("port", 77.0, 77),
                Arguments.of("port", " 77 ", 77),
                Arguments.of("size", "9223372036854775807", Long.MAX_VALUE),
                Arguments.of("boxed", 3, 3),
                Arguments.of("ratio", "1e-3", 0.001),
                Arguments.of("ratio", 2, 2.0),
                Arguments.of("retained", "TRUE", true),
                Arguments.of("retained", 1, true),
                Arguments.of("retained", "0", false),
                Arguments.of("timeout", 250, Duration.ofMillis(250)),
                Arguments.of("timeout", "250", Duration.ofMillis(250)),
                Arguments.of("timeout", "250 ms", Duration.ofMillis(250)),
                Arguments.of("timeout", "3S", Duration.ofSeconds(3)),
                Arguments.of("timeout", "2m", Duration.ofMinutes(2)),
                Arguments.of("timeout", "2h", Duration.ofHours(2)),
                Arguments.of("timeout", "1d", Duration.ofDays(1)),
                Arguments.of("level", "At_Least_Once", Level.AT_LEAST_ONCE),
                Arguments.of("names", "a, b,,c", List.of("a", "b", "c")),
                Arguments.of("names", "[\"a\", \"b\"]", List.of("a", "b")),
                Arguments.of("names", List.of("x", 1), List.of("x", "1")),
                Arguments.of("headers", Map.of("a", 1.0, "b", "x"), Map.of("a", "1", "b", "x")),
                Arguments.of("server", " tcp://b:2 ", URI.create("tcp://b:2")));
    }

    @ParameterizedTest
    @MethodSource("goodValues")
    void whenAValueIsWrittenInAnyOfItsForms_thenItIsUnderstood(
            String key, Object written, Object value) throws ReflectiveOperationException {
        assertThat(component(read(Map.of(key, written)), key)).isEqualTo(value);
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("topic", List.of("a"), "'[a]', but must be a text"),
                Arguments.of("port", "x", "'x', but must be a whole number"),
                Arguments.of("port", 1.5, "'1.5', but must be a whole number"),
                Arguments.of("port", "2147483648", "'2147483648', but must be a whole number"),
                Arguments.of("port", "1e999999999", "'1e999999999', but must be a whole number"),
                Arguments.of("ratio", "much", "'much', but must be a number"),
                Arguments.of("retained", "yes", "'yes', but must be true or false"),
                Arguments.of(
                        "timeout",
                        "soon",
                        "'soon', but must be a duration such as 500, 500ms or 5s"),
                Arguments.of(
                        "timeout", -1, "'-1', but must be a duration such as 500, 500ms or 5s"),
                Arguments.of(
                        "timeout",
                        "99999999999999999999",
                        "'99999999999999999999', but must be a duration such as 500, 500ms or 5s"),
                Arguments.of(
                        "timeout",
                        "999999999999999999d",
                        "'999999999999999999d', but must be a duration such as 500, 500ms or 5s"),
                Arguments.of(
                        "level",
                        "twice",
                        "'twice', but must be one of at_most_once, at_least_once"),
                Arguments.of("headers", "a=b", "'a=b', but must be a map"),
                Arguments.of(
                        "server",
                        "tcp://a b",
                        "'tcp://a b', but must be an address such as tcp://127.0.0.1:1883"),
                Arguments.of("password", "hush", "a secret value, but must be a whole number"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void whenAValueCannotBeUsed_thenTheErrorNamesOwnerKeyAndWhatIsWanted(
            String key, Object written, String problem) {
        assertThatThrownBy(() -> read(Map.of(key, written)))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                .hasMessage("mqtt source property " + key + " is " + problem);
    }

    @Test
    void whenTheRecordRefusesItsValues_thenItsReasonIsTheError() {
        assertThatThrownBy(() -> Options.read(Checked.class, Map.of("max", 0), "nop sink"))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("nop sink: max must be more than 0, was 0");
        assertThatThrownBy(() -> Options.read(Choosy.class, Map.of("mode", "x"), "nop sink"))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessage("no mode is good enough");
    }

    @Test
    void whenTheRecordIsDeclaredWrongly_thenThatIsADefect() {
        assertThatThrownBy(() -> Options.read(Plain.class, Map.of(), "x"))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("Component 'undeclared'")
                .hasMessageEndingWith("has no @Option");
        assertThatThrownBy(() -> Options.describe(Odd.class))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("An option can't have the type class java.lang.Thread");
    }

    @Test
    void whenThereAreNoOptions_thenAnythingReadsAsNone() {
        assertThat(Options.read(NoOptions.class, Map.of("a", 1), "x")).isEqualTo(new NoOptions());
        assertThat(Options.describe(NoOptions.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server, address", "topic, text", "port, whole number", "size, whole number",
        "boxed, whole number", "ratio, number", "retained, boolean", "timeout, duration",
        "level, choice", "names, list", "headers, map", "password, whole number"
    })
    void whenOptionsAreDescribed_thenEachTellsItsKind(String key, String type) {
        assertThat(spec(key).type()).isEqualTo(type);
    }

    @Test
    void whenOptionsAreDescribed_thenTheyComeInOrderWithAllThatIsDeclared() {
        assertThat(Options.describe(Everything.class))
                .extracting(OptionSpec::key)
                .startsWith("server", "topic", "port")
                .endsWith("headers", "password");
        assertThat(spec("timeout"))
                .isEqualTo(
                        new OptionSpec(
                                "timeout",
                                "duration",
                                "A limit.",
                                "ms",
                                "5s",
                                false,
                                false,
                                List.of()));
        assertThat(spec("server").required()).isTrue();
        assertThat(spec("password").secret()).isTrue();
        assertThat(spec("level").choices()).containsExactly("at_most_once", "at_least_once");
    }

    @Test
    void whenTheChoicesOfAnOptionAreChangedAfterwards_thenItKeepsItsOwn() {
        List<String> choices = new ArrayList<>(List.of("a"));
        OptionSpec spec = new OptionSpec("k", "choice", "", "", "", false, false, choices);

        choices.add("b");

        assertThat(spec.choices()).containsExactly("a");
    }

    private static OptionSpec spec(String key) {
        return Options.describe(Everything.class).stream()
                .filter(spec -> spec.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Everything read(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.putIfAbsent("server", "tcp://a:1");
        return Options.read(Everything.class, all, "mqtt source");
    }

    private static @Nullable Object component(Everything options, String key)
            throws ReflectiveOperationException {
        return Everything.class.getDeclaredMethod(key).invoke(options);
    }
}
