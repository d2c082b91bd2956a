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
package io.haumea.builtin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.error.HaumeaException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledTest {

    private final List<String> made = new ArrayList<>();
    private final Compiled<String> compiled = new Compiled<>(this::compile);

    private String compile(String text) {
        made.add(text);
        if (text.isEmpty()) {
            throw Arguments.invalid("nothing there");
        }
        return text + "!";
    }

    @Test
    void whenATextComesAgain_thenItIsNotCompiledAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(compiled.get("a")).isEqualTo("a!");
            assertThat(compiled.get("b")).isEqualTo("b!");
        }

        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whenATextIsWrong_thenThatIsKeptToo() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> compiled.get(""))
                    .isInstanceOf(HaumeaException.class)
                    .hasMessage("nothing there");
            assertThat(compiled.get("a")).isEqualTo("a!");
        }

        assertThat(made).containsExactly("", "a");
    }

    @Test
    void whenThereAreManyTexts_thenThoseUsedLastAreKept() {
        for (int i = 0; i < 20; i++) {
            compiled.get("often");
            compiled.get("t" + i);
        }
        compiled.get("t0");

        assertThat(made).hasSize(22).containsOnlyOnce("often").endsWith("t19", "t0");
    }
}
