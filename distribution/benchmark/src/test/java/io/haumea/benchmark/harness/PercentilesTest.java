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
package io.haumea.benchmark.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void whenNothingIsCounted_thenAllPercentilesAreZero() {
        assertThat(new Percentiles().micros(99)).isZero();
    }

    @Test
    void whenDurationsAreEven_thenPercentilesAreExactToTheBucket() {
        Percentiles percentiles = new Percentiles();

        for (int i = 1; i <= 100_000; i++) {
            percentiles.add(i * 1000L);
        }

        assertThat(percentiles.total()).isEqualTo(100_000);
        assertThat(percentiles.micros(50)).isCloseTo(50_000, within(800.0));
        assertThat(percentiles.micros(99)).isCloseTo(99_000, within(1600.0));
        assertThat(percentiles.micros(99.9)).isCloseTo(99_900, within(1600.0));
        assertThat(percentiles.micros(100)).isEqualTo(100_000);
        assertThat(percentiles.maxMicros()).isEqualTo(100_000);
    }

    @Test
    void whenDurationsAreExtreme_thenTheyFindTheirBucket() {
        for (long nanos : new long[] {0, 1, 63, 64, 127, 128, 1L << 40, Long.MAX_VALUE}) {
            Percentiles percentiles = new Percentiles();

            percentiles.add(nanos);

            assertThat(percentiles.micros(50)).isEqualTo(nanos / 1e3);
        }
    }

    @Test
    void whenADurationIsNegative_thenItCountsAsNone() {
        Percentiles percentiles = new Percentiles();

        percentiles.add(-5);

        assertThat(percentiles.micros(100)).isZero();
        assertThat(percentiles.total()).isEqualTo(1);
    }
}
