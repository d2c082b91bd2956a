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
package io.haumea.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final long TIME = 1_700_000_000_000L;
    private static final Pattern MESSAGE =
            Pattern.compile(
                    "\\{\"device\":\"dev-(\\d+)\",\"temperature\":(\\d+\\.\\d),"
                            + "\"humidity\":(\\d+),\"seq\":(\\d+),\"ts\":(-?\\d+)}");

    @Test
    void whenAMessageIsWritten_thenItIsJsonWithDeviceValuesSequenceAndTime() {
        Matcher message = read(new Readings(1, "dev", 3), 17, TIME);

        assertThat(message.group(1)).isEqualTo("2");
        assertThat(message.group(4)).isEqualTo("17");
        assertThat(message.group(5)).isEqualTo("1700000000000");
    }

    @Test
    void whenTheSeedIsTheSame_thenSoIsEveryMessageInAnyOrder() {
        // given
        Readings first = new Readings(7, "dev", 4);
        Readings second = new Readings(7, "dev", 4);
        List<String> forwards = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        // when
        for (int i = 1; i <= 500; i++) {
            forwards.add(text(first, i, TIME));
            backwards.add(0, text(second, 501 - i, TIME));
        }
        // then
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void whenTheSeedIsOne_thenTheSequenceIsThatOfEveryReleaseAndPlatform() {
        Readings readings = new Readings(1, "dev", 2);

        assertThat(List.of(text(readings, 1, 0), text(readings, 2, 5), text(readings, 1_001, -5)))
                .containsExactly(
                        "{\"device\":\"dev-1\",\"temperature\":18.5,\"humidity\":63,\"seq\":1,\"ts\":0}",
                        "{\"device\":\"dev-2\",\"temperature\":22.2,\"humidity\":38,\"seq\":2,\"ts\":5}",
                        "{\"device\":\"dev-1\",\"temperature\":46.1,\"humidity\":57,\"seq\":1001,\"ts\":-5}");
    }

    @Test
    void whenSeedsDiffer_thenSoDoTheValues() {
        assertThat(text(new Readings(1, "dev", 1), 1, TIME))
                .isNotEqualTo(text(new Readings(2, "dev", 1), 1, TIME));
    }

    @Test
    void whenTimeGoesOn_thenValuesWanderSlowlyAndOneInFiftyIsASpike() {
        // given
        Readings readings = new Readings(1, "dev", 1);
        int spikes = 0;
        double last = Double.NaN;
        // when, then
        for (int i = 1; i <= 50_000; i++) {
            Matcher message = read(readings, i, TIME);
            double temperature = Double.parseDouble(message.group(2));
            assertThat(Integer.parseInt(message.group(3))).isBetween(25, 65);
            if (temperature > 30) {
                assertThat(temperature).isBetween(40.0, 50.0);
                spikes++;
            } else {
                assertThat(temperature).isBetween(14.0, 26.0);
                if (!Double.isNaN(last)) {
                    assertThat(Math.abs(temperature - last)).isLessThan(1.2);
                }
                last = temperature;
            }
        }
        assertThat(spikes).isEqualTo(1_000);
    }

    @Test
    void whenNumbersAreLongest_thenTheyFit() {
        Matcher message = read(new Readings(1, "dev", 1), Long.MAX_VALUE, -Long.MAX_VALUE);

        assertThat(message.group(4)).isEqualTo("9223372036854775807");
        assertThat(message.group(5)).isEqualTo("-9223372036854775807");
    }

    private static Matcher read(Readings readings, long sequence, long time) {
        Matcher matcher = MESSAGE.matcher(text(readings, sequence, time));
        assertThat(matcher.matches()).isTrue();
        return matcher;
    }

    private static String text(Readings readings, long sequence, long time) {
        return new String(readings.payload(sequence, time), UTF_8);
    }
}
