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
package io.haumea.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemTest {

    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "{\"a\":1 \"b\":2} ~ a comma or } is missing at line 1, column 8",
                "[1 2] ~ a comma or ] is missing at line 1, column 4",
                "{\"a\":\"b} ~ a text has no closing quote at line 1, column 8",
                "{\"a\" 1} ~ a colon is missing at line 1, column 6",
                "{\"a\":} ~ a value is missing at line 1, column 6",
                "{\"a\":1 ~ the text ends too early at line 1, column 7",
                "{a:1} ~ JSON does not know what is written here at line 1, column 2",
                "{\"a\":'b'} ~ JSON does not know what is written here at line 1, column 6",
            })
    void whenJsonIsBroken_thenTheSentenceSaysWhatAndWhere(String json, String sentence) {
        // when
        JsonParseException failure =
                catchThrowableOfType(
                        JsonParseException.class, () -> GSON.fromJson(json, JsonElement.class));

        // then
        assertThat(JsonProblem.of(failure)).isEqualTo(sentence);
    }
}
