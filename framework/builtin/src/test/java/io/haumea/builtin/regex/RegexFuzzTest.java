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
package io.haumea.builtin.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.error.HaumeaException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever pattern comes, it is compiled and used, or refused in words. */
class RegexFuzzTest {

    @Property
    void whenAnyPatternComes_thenItMatchesOrIsRefusedInWords(
            @ForAll("patterns") String pattern, @ForAll("patterns") String text) {
        try {
            Regex regex = Regex.compile(pattern);
            assertThat(regex.replaceAll(text, Replacement.of(pattern))).isNotNull();
            assertThat(regex.first(text).isEmpty() || regex.matches(text)).isTrue();
        } catch (HaumeaException refused) {
            assertThat(refused).hasMessageStartingWith("error parsing regexp: ");
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "a",
                                "b",
                                "(",
                                ")",
                                "[",
                                "]",
                                "{9}",
                                "{100}",
                                "{2,",
                                "}",
                                "*",
                                "+",
                                "?",
                                "|",
                                "\\",
                                "\\Q",
                                "\\E",
                                "\\p{L}",
                                "[:alpha:]",
                                "^",
                                "$",
                                "-",
                                "$1",
                                "${x}",
                                "(?P<x>",
                                "(?:",
                                "😀")
                        .list()
                        .ofMaxSize(20)
                        .map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(30));
    }
}
