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

class SequenceTest {

    private final Sequence sequence = new Sequence();

    private void receive(long... numbers) {
        for (long number : numbers) {
            sequence.received(number);
        }
    }

    @Test
    void whenAllThatMustComeHasCome_thenNothingIsLost() {
        receive(0, 2, 4);

        assertThat(sequence.lost(6, number -> number % 2 == 0)).isZero();
        assertThat(sequence.duplicates()).isZero();
        assertThat(sequence.outOfOrder()).isZero();
    }

    @Test
    void whenSomeAreMissing_thenTheyAreLost() {
        receive(0, 3);

        assertThat(sequence.lost(5, number -> true)).isEqualTo(3);
    }

    @Test
    void whenOneComesTwice_thenItIsADuplicateAndNotOutOfOrder() {
        receive(0, 1, 2, 1);

        assertThat(sequence.duplicates()).isEqualTo(1);
        assertThat(sequence.outOfOrder()).isZero();
        assertThat(sequence.received()).isEqualTo(4);
    }

    @Test
    void whenOneComesLate_thenItIsOutOfOrder() {
        receive(0, 2, 1, 3);

        assertThat(sequence.outOfOrder()).isEqualTo(1);
        assertThat(sequence.lost(4, number -> true)).isZero();
    }
}
