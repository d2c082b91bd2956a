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
package io.haumea.builtin.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.ExactNumber;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "<nil>", "<nil>"),
                Arguments.of(true, "bool", "true"),
                Arguments.of(-7L, "int", "-7"),
                Arguments.of(3.0, "float64", "3"),
                Arguments.of(1234567.0, "float64", "1.234567e+06"),
                Arguments.of(
                        ExactNumber.of("9007199254740993"), "float64", "9.007199254740992e+15"),
                Arguments.of("red", "string", "red"),
                Arguments.of(
                        OffsetDateTime.parse("2020-01-02T03:04:05.678Z"),
                        "time.Time",
                        "2020-01-02 03:04:05.678 +0000 UTC"),
                Arguments.of(
                        OffsetDateTime.parse("2020-01-02T03:04:05+08:00"),
                        "time.Time",
                        "2020-01-02 03:04:05 +0800 +0800"),
                Arguments.of(Arrays.asList(1.0, "x", null), "[]interface {}", "[1 x <nil>]"),
                Arguments.of(
                        Map.of("b", 1.0, "a", List.of("x")),
                        "map[string]interface {}",
                        "map[a:[x] b:1]"),
                Arguments.of(new byte[] {'h', 'i'}, "[]uint8", "hi"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whenAValueIsShown_thenTypeAndTextAreThoseOfTheReference(
            @Nullable Object value, String type, String text) {
        assertThat(ValueText.typeName(value)).isEqualTo(type);
        assertThat(ValueText.of(value)).isEqualTo(text);
        assertThat(ValueText.typed(value)).isEqualTo(type + "(" + text + ")");
    }

    @Test
    void whenTextsAreOrdered_thenCodePointsDecide() {
        assertThat(
                        Stream.of("😀", "b", "\uFFFD", "", "a", "ab", "é", "😀a")
                                .sorted(TextOrder.BY_BYTES))
                .containsExactly("", "a", "ab", "b", "é", "\uFFFD", "😀", "😀a");
    }
}
