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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 7, 10, 999, 1_000, 30_000, 1_000_000})
    void whenTicksAreOnTime_thenAMinuteHasExactlyItsMessages(double rate) {
        // given
        Schedule schedule = new Schedule(rate, START);
        Instant end = START.plus(Duration.ofMinutes(1));
        long sent = 0;
        // when
        for (Instant now = START; !now.isAfter(end); now = now.plus(schedule.tick())) {
            sent += schedule.due(now);
        }
        sent += schedule.due(end);
        // then
        assertThat(sent).isEqualTo((long) (60 * rate));
    }

    @Test
    void whenTicksComeLate_thenNothingIsLostAndNothingAddsUp() {
        // given
        Schedule schedule = new Schedule(100, START);
        long sent = 0;
        // when
        for (int i = 1; i <= 1_000; i++) {
            sent += schedule.due(START.plusMillis(i * 37L + i % 11));
        }
        sent += schedule.due(START.plusSeconds(38));
        // then
        assertThat(sent).isEqualTo(3_800);
    }

    @Test
    void whenTheMachineWasAsleep_thenASecondIsCaughtUpWithAtMost() {
        // given
        Schedule schedule = new Schedule(100, START);
        Instant awake = START.plus(Duration.ofHours(3));
        // when, then
        assertThat(schedule.due(awake)).isEqualTo(100);
        assertThat(schedule.due(awake.plusSeconds(1))).isEqualTo(100);
    }

    @Test
    void whenTheClockIsSetBack_thenMessagesGoOnFromThere() {
        // given
        Schedule schedule = new Schedule(100, START);
        assertThat(schedule.due(START.plusSeconds(1))).isEqualTo(100);
        Instant before = START.minus(Duration.ofHours(3));
        // when, then
        assertThat(schedule.due(before)).isZero();
        assertThat(schedule.due(before.plusSeconds(1))).isEqualTo(100);
    }
}
