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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.error.HaumeaException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // text | pattern | replacement | result: what Go's ReplaceAllString gives
                "hello 123 w4 | ([0-9]+) | <$1> | hello <123> w<4>",
                "abc | b | $0$0 | abbc",
                "abc | (?P<x>b) | [${x}] | a[b]c",
                "abc | (b) | $1x | ac",
                "abc | (b) | ${1}x | abxc",
                "abc | (b) | $2 | ac",
                "ac | a(b)?c | <$1> | <>",
                "abc | b | $$ | a$c",
                "abc | b | a$ | aa$c",
                "abc | b | ${ | a${c",
                "abc | b | ${1 | a${1c",
                "abc | b | $- | a$-c",
                "abc | (b) | $01 | ac",
                "abc | x* | - | -a-b-c-",
                "baac | a* | - | -b-c-",
                "a😀b | x* | - | -a-😀-b-",
                "aXbX | X$ | . | aXb.",
                "abab | ^ab | x | xab",
                "nothing | zz | x | nothing",
            })
    void whenMatchesAreReplaced_thenTheTextIsThatOfGo(
            String text, String pattern, String replacement, String expected) {
        assertThat(Regex.compile(pattern).replaceAll(text, Replacement.of(replacement)))
                .isEqualTo(expected);
    }

    @Test
    void whenATextIsSearched_thenAMatchAnywhereCounts() {
        assertThat(Regex.compile("foo.*").matches("seafood")).isTrue();
        assertThat(Regex.compile("foo").matches("seafood")).isTrue();
        assertThat(Regex.compile("foo").first("seafood")).isEqualTo("foo");
        assertThat(Regex.compile("foo.*").first("seafood")).isEqualTo("food");
        assertThat(Regex.compile("x").first("seafood")).isEmpty();
        assertThat(Regex.compile("x.").first("seafood")).isEmpty();
        assertThat(Regex.compile("").matches("")).isTrue();
        assertThat(Regex.compile("[[:alpha:]]+").first("12ab3")).isEqualTo("ab");
        assertThat(Regex.compile("(?i)ABC").matches("xabc")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[ | error parsing regexp: missing closing ]: `[`",
                "( | error parsing regexp: missing closing ): `(`",
                "a** | error parsing regexp: invalid nested repetition operator: `**`",
                "(?=a) | error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
                "x{1001} | error parsing regexp: invalid repeat count: `{1001}`",
                "((a{100}){100}){100} | error parsing regexp: invalid repeat count: `{100}`",
            })
    void whenAPatternIsNone_thenTheErrorIsThatOfGo(String pattern, String message) {
        assertThatThrownBy(() -> Regex.compile(pattern))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]{9}]{2}", "[^]{9}]", "\\{1000}\\{1000}", "\\Q{1000}\\E", "a{,5}", "{a}"})
    void whenBracesAreNoRepetition_thenThePatternIsTaken(String pattern) {
        assertThat(Regex.compile(pattern).matches("")).isFalse();
    }

    @Test
    void whenAPatternWouldNeedTooMuch_thenItIsRefused() {
        assertThatThrownBy(() -> Regex.compile("(".repeat(501) + ")".repeat(501)))
                .hasMessageStartingWith("error parsing regexp: expression nests too deeply");
        assertThatThrownBy(() -> Regex.compile("a{1000}".repeat(201)))
                .hasMessageStartingWith("error parsing regexp: expression too large");
    }

    @Test
    void whenAPatternCouldGoBackForEver_thenItTakesNoTime() {
        Regex regex = Regex.compile("(.*)(.*)(.*)(.*)[^a]$");
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(regex.matches("a".repeat(200))).isFalse());
    }
}
