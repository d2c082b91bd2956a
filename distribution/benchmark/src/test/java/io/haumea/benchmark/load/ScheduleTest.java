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
package io.haumea.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void whenThereIsARate_thenMessagesAreDueEvenlyFromTheStart() {
        Schedule schedule = new Schedule(5_000_000, 1000);

        assertThat(schedule.due(0)).isEqualTo(5_000_000);
        assertThat(schedule.due(3)).isEqualTo(8_000_000);
        assertThat(schedule.dueBy(4_999_999)).isZero();
        assertThat(schedule.dueBy(5_000_000)).isEqualTo(1);
        assertThat(schedule.dueBy(8_000_000)).isEqualTo(4);
    }

    @Test
    void whenThereIsNoRate_thenAllAreDueAtOnce() {
        Schedule schedule = new Schedule(5_000_000, Double.POSITIVE_INFINITY);

        assertThat(schedule.due(1_000_000)).isEqualTo(5_000_000);
        assertThat(schedule.dueBy(5_000_001)).isEqualTo(Long.MAX_VALUE);
    }
}
