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

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextOrderTest {

    @Test
    void whenTextsAreOrdered_thenCodePointsDecide() {
        assertThat(
                        Stream.of("😀", "b", "\uFFFD", "", "a", "ab", "é", "😀a")
                                .sorted(TextOrder.BY_BYTES))
                .containsExactly("", "a", "ab", "b", "é", "\uFFFD", "😀", "😀a");
    }
}
