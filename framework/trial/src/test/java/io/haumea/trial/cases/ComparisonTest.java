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
package io.haumea.trial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[{\"a\":3,\"b\":1e2}]] | [[{\"b\":100,\"a\":3.0}]] | true",
                "[[{\"a\":0.1}]] | [[{\"a\":0.1000000000000000055}]] | true",
                "[[{\"a\":9007199254740993}]] | [[{\"a\":9007199254740992}]] | false",
                "[[{\"a\":1}]] | [[{\"a\":\"1\"}]] | false",
                "[[{\"a\":null}]] | [[{}]] | false",
                "[[{\"a\":{\"$float\":3.0}}]] | [[{\"a\":3}]] | true",
                "[[{\"a\":{\"$time\":1000}}]] | [[{\"a\":\"1970-01-01T02:00:01+02:00\"}]] | true",
                "[[{\"a\":{\"$time\":1000}}]] | [[{\"a\":\"soon\"}]] | false",
                "[[{\"a\":1},{\"a\":2}]] | [[{\"a\":2},{\"a\":1}]] | false",
                "[[{\"a\":1}]] | [[{\"a\":1}],[{\"a\":1}]] | false",
                "[\"x\"] | [\"x\"] | true",
                "[{\"a\":1}] | [\"{\\\"a\\\": 1}\"] | true",
                "[{\"a\":1}] | [\"a is 1\"] | false",
                "[[{\"a\":1.0000001}]] | [[{\"a\":1}]] | false",
            })
    void whenOutputIsCompared_thenByValue(String expected, String actual, boolean same) {
        // given
        Comparison exact = new Comparison(new RuleCase.Expectation(null, false, 0, false, null));

        // then
        assertThat(exact.sameOutput(list(expected), list(actual))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[{\"a\":1},{\"a\":2}]] | [[{\"a\":2},{\"a\":1}]] | true",
                "[[{\"a\":1},{\"a\":1}]] | [[{\"a\":1},{\"a\":2}]] | false",
                "[[{\"a\":1}],[{\"a\":2}]] | [[{\"a\":2}],[{\"a\":1}]] | false",
                "[[{\"a\":1.0000001}]] | [[{\"a\":1}]] | true",
            })
    void whenACaseIsLenient_thenRowsMayComeInAnyOrderAndNumbersMayBeOff(
            String expected, String actual, boolean same) {
        // given
        Comparison lenient =
                new Comparison(new RuleCase.Expectation(null, true, 1e-6, false, null));

        // then
        assertThat(lenient.sameOutput(list(expected), list(actual))).isEqualTo(same);
    }

    private static List<JsonElement> list(String json) {
        return JsonParser.parseString(json).getAsJsonArray().asList();
    }
}
