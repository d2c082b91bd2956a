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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void whenWordsAndOptionsAreMixed_thenBothAreFound() {
        Arguments arguments = Arguments.parse("fanout", "--seconds", "6", "100", "--rates", "1,20");

        assertThat(arguments.word(0, "")).isEqualTo("fanout");
        assertThat(arguments.word(1, "")).isEqualTo("100");
        assertThat(arguments.word(2, "none")).isEqualTo("none");
        assertThat(arguments.number("seconds", 20)).isEqualTo(6);
        assertThat(arguments.number("runs", 5)).isEqualTo(5);
        assertThat(arguments.numbers("rates", "7")).containsExactly(1, 20);
    }

    @Test
    void whenAnOptionIsWrong_thenTheMessageSaysHow() {
        assertThatThrownBy(() -> Arguments.parse("--seconds"))
                .hasMessage("--seconds needs a value");
        assertThatThrownBy(() -> Arguments.parse("--seconds", "x").number("seconds", 1))
                .hasMessage("--seconds must be a number, not 'x'");
        assertThatThrownBy(() -> Arguments.parse("--seconds", "0").number("seconds", 1))
                .hasMessage("--seconds must be at least 1, not 0");
        assertThatThrownBy(() -> Arguments.parse("--second", "1").allow("seconds", "runs"))
                .hasMessage("unknown option --second; here are --seconds, --runs");
    }
}
