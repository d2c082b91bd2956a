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
package io.haumea.builtin.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.error.HaumeaException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** Whatever path comes, it is evaluated or refused in words: no crash, no hang, no overflow. */
class JsonPathFuzzTest {

    private static final Object VALUE =
            Map.of(
                    "a", List.of(1L, 2.5, "x", true, Map.of("b", "1"), List.of()),
                    "b", Map.of("a", "true", "c", -1.0),
                    "1", "one");

    @Property
    void whenPartsOfPathsAreMixed_thenTheyAreAPathOrAnError(@ForAll("mixed") String path) {
        evaluate(path);
    }

    @Property
    void whenAnyTextIsTaken_thenItIsAPathOrAnError(@ForAll String text) {
        evaluate(text);
        evaluate("$" + text);
        evaluate("$[?" + text + "]");
    }

    @Property
    void whenOnePartIsRepeated_thenTheStackIsDeepEnough(
            @ForAll("part") String part, @ForAll("part") String other) {
        evaluate((part + other).repeat(2000));
        evaluate("$" + (part + other).repeat(40));
    }

    private static void evaluate(String path) {
        try {
            JsonPath compiled = JsonPath.compile(path);
            Assertions.assertDoesNotThrow(
                    () -> {
                        try {
                            compiled.evaluate(VALUE);
                        } catch (HaumeaException nowhere) {
                            assertThat(nowhere.getMessage()).isNotEmpty();
                        }
                    },
                    path);
        } catch (HaumeaException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> part() {
        return Arbitraries.of(
                "$", "@", ".", "..", "[", "]", "(", ")", "*", "?", ":", ",", "a", "b", "1", "-1",
                "\"a\"", "'b'", "`1`", "[?", "[*]", ".a", "[0]", "..*", "==", "!=", "<", ">=", "=~",
                "!~", "&&", "||", "!", "in", "+", "-", "/", "%", "**", "??", "^", "<<", ">>", "&",
                "|", " ", "true", "{", "\\", "\"", ".5", "1e9", "\u0130", "\uD800");
    }

    @Provide
    Arbitrary<String> mixed() {
        return part().list().ofMaxSize(25).map(parts -> String.join("", parts));
    }
}
