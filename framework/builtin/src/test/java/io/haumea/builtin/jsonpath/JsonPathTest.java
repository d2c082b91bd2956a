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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import io.haumea.sdk.error.HaumeaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

    private static final Gson GSON = new Gson().newBuilder().serializeNulls().create();

    private static @Nullable Object evaluate(String path, String json) {
        return JsonPath.compile(path).evaluate(GSON.fromJson(json, Object.class));
    }

    private static String text(@Nullable Object value) {
        return GSON.toJson(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                // one value
                "$ ¦ {\"a\":\"aa\"} ¦ {\"a\":\"aa\"}",
                "$[1] ¦ [7, \"hey\"] ¦ \"hey\"",
                "$[1] ¦ {\"1\":\"aa\"} ¦ \"aa\"",
                "$[3].a ¦ [55,41,70,{\"a\":\"bb\"}] ¦ \"bb\"",
                "$.a.b ¦ {\"a\":{\"b\":null}} ¦ null",
                "$[\"arm.left\"] ¦ {\"arm.left\":1} ¦ 1.0",
                "$[\"\\u00e4\"] ¦ {\"ä\":1} ¦ 1.0",
                "$.größe_1 ¦ {\"größe_1\":1} ¦ 1.0",
                "$.a[@.max] ¦ {\"a\":{\"max\":\"3a\", \"3a\":\"aa\"}} ¦ \"aa\"",
                "$[1.9] ¦ [7, 8] ¦ 8.0",
                "$[1+1] ¦ [7, 8, 9] ¦ 9.0",
                "a.b ¦ {\"a\":{\"b\":2}} ¦ 2.0",
                "$.a(@*2) ¦ {\"a\":3} ¦ 6.0",
                // ranges
                "$[2:6].a ¦ [55,41,70,{\"a\":\"bb\"}] ¦ [\"bb\"]",
                "$[2:6].a ¦ {\"3\":{\"a\":\"aa\"}} ¦ []",
                "$[:] ¦ [1,2] ¦ [1.0,2.0]",
                "$[::2] ¦ [1,2,3] ¦ [1.0,3.0]",
                "$[::-2] ¦ [1,2,3,4] ¦ [4.0,2.0]",
                "$[2:6:-1] ¦ [1,2,3,4] ¦ [4.0,3.0]",
                "$[1:3:0] ¦ [1,2,3,4] ¦ [2.0,3.0]",
                "$[-1:] ¦ [1,2,3] ¦ [3.0]",
                "$[:-1] ¦ [1,2,3] ¦ []",
                "$[-3:-1] ¦ [1,2,3,4] ¦ [2.0,3.0]",
                "$[1:2147483647:2147483647] ¦ [1,2,3] ¦ [2.0]",
                // several
                "$[1, 3].a ¦ [55,{\"a\":\"1a\"},70,{\"a\":\"bb\"}] ¦ [\"1a\",\"bb\"]",
                "$[1, -5, 3].a ¦ [55,{\"a\":\"1a\"},70,{\"a\":\"bb\"}] ¦ [\"1a\",\"bb\"]",
                "$[\"a\",\"x\",\"b\"] ¦ {\"a\":1,\"b\":2} ¦ [1.0,2.0]",
                "$[1, 3].* ¦ [55,{\"a\":\"1a\"},70,{\"b\":\"bb\"}] ¦ [\"1a\",\"bb\"]",
                "$[*] ¦ {\"a\":1,\"b\":[2]} ¦ [1.0,[2.0]]",
                "$.nope[*] ¦ {\"a\":1} ¦ []",
                // at every depth
                "$..x ¦ {\"a\":{\"x\":1},\"b\":[{\"x\":2},{\"y\":3}],\"x\":4} ¦ [4.0,1.0,2.0]",
                "$..[\"x\"] ¦ {\"a\":{\"x\":1},\"x\":4} ¦ [4.0,1.0]",
                "$..* ¦ {\"1\":{\"a\":[1]}} ¦ [{\"a\":[1.0]},[1.0],1.0]",
                "$..[?@.a==\"aa\"] ¦ {\"1\":{\"a\":\"aa\"},\"3\":{},\"y\":{\"a\":\"bb\"}}"
                        + " ¦ [{\"a\":\"aa\"}]",
                // filters
                "$[? @.a>60].b ¦ [{\"a\":44,\"b\":\"x\"},{\"a\":68,\"b\":\"y\"}] ¦ [\"y\"]",
                "$[?@.a>=44].a ¦ [{\"a\":44},{\"a\":\"44\"},{\"a\":43}] ¦ [44.0,\"44\"]",
                "$[?(@.a<1 || @.a>2)].a ¦ [{\"a\":0},{\"a\":1},{\"a\":3}] ¦ [0.0,3.0]",
                "$[?@.n =~ \"^p\"] ¦ [{\"n\":\"pa\"},{\"n\":\"ap\"}] ¦ [{\"n\":\"pa\"}]",
                "$[?@.n !~ \"^p\"] ¦ [{\"n\":\"pa\"},{\"n\":\"ap\"}] ¦ [{\"n\":\"ap\"}]",
                "$[?@.n =~ $[0].n].n ¦ [{\"n\":\"a\"},{\"n\":\"ba\"},{\"n\":\"c\"}]"
                        + " ¦ [\"a\",\"ba\"]",
                "$[?@.x in [1,3]].x ¦ [{\"x\":1},{\"x\":2},{\"x\":3}] ¦ [1.0,3.0]",
                "$[?!@.x].x ¦ [{\"x\":true},{\"x\":false},{\"x\":0},{\"y\":1}] ¦ [false,0.0]",
                "$[?@.x == $[0].x].x ¦ [{\"x\":1},{\"x\":2},{\"x\":1}] ¦ [1.0,1.0]",
                "$[?@.x+1 == -(-3)].x ¦ [{\"x\":1},{\"x\":2}] ¦ [2.0]",
                "$[?@.x ** 2 % 5 == 4].x ¦ [{\"x\":2},{\"x\":3},{\"x\":5}] ¦ [2.0,3.0]",
                "$[?(@.x ?? 7) == 7] ¦ [{\"x\":null},{\"x\":7},{\"x\":1}]"
                        + " ¦ [{\"x\":null},{\"x\":7.0}]",
                "$[?@.a ? @.b : true] ¦ [{\"a\":true,\"b\":false},{\"a\":false}]"
                        + " ¦ [{\"a\":false}]",
                // operators
                "$.a == 1.23 ¦ {\"a\":1.23} ¦ true",
                "$.a == \"1.0\" ¦ {\"a\":1} ¦ true",
                "$.a == false ¦ {\"a\":null} ¦ true",
                "$.a == [1,\"x\"] ¦ {\"a\":[1,\"x\"]} ¦ true",
                "$.a != $.b ¦ {\"a\":{\"x\":[1]},\"b\":{\"x\":[2]}} ¦ true",
                "$.a + $.b ¦ {\"a\":\"x\",\"b\":1} ¦ \"x1\"",
                "$.a < $.b ¦ {\"a\":\"10\",\"b\":\"9\"} ¦ true",
                "$.a < 9 ¦ {\"a\":\"10\"} ¦ false",
                "1 + 2 * 3 - 4 / 2 ¦ {} ¦ 5.0",
                "2 - 1 - 1 ¦ {} ¦ 0.0",
                "6 & 3 | 8 ¦ {} ¦ 10.0",
                "1 << 3 ^ 1 ¦ {} ¦ 9.0",
                "true && !false ¦ {} ¦ true",
                "`raw\\n` ¦ {} ¦ \"raw\\\\n\"",
                "$[?@>1][0] ¦ [[1],[2]] ¦ [1.0,2.0]",
                "$.*[?@>1] ¦ [[1],[2,3]] ¦ [2.0,3.0]",
            })
    void whenAPathIsEvaluated_thenItGivesWhatTheReferenceGives(
            String path, String json, String expected) {
        assertThat(text(evaluate(path, json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "$.b ¦ {\"a\":1} ¦ unknown key b",
                "$[1] ¦ {\"2\":1} ¦ unknown key 1",
                "$[1] ¦ [7] ¦ index 1 out of bounds",
                "$[-1] ¦ [7] ¦ index -1 out of bounds",
                "$.first ¦ [{\"first\":1}] ¦ could not select value, invalid key: expected number"
                        + " but got first (string)",
                "$.a.b ¦ {\"a\":1} ¦ unsupported value type float64 for select, expected"
                        + " map[string]interface{} or []interface{}",
                "$.a - 1 ¦ {\"a\":\"x\"} ¦ invalid operation (string) - (float64)",
                "$.a < 1 ¦ {\"a\":null} ¦ invalid operation (<nil>) < (float64)",
                "$.a in 1 ¦ {\"a\":1} ¦ expected type []interface{} for in operator but got"
                        + " float64",
            })
    void whenASinglePathLeadsNowhere_thenTheErrorIsThatOfTheReference(
            String path, String json, String message) {
        assertThatThrownBy(() -> evaluate(path, json))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "$[ ¦ 1:3 - 1:3 unexpected EOF while scanning extensions",
                "$[] ¦ 1:3 - 1:4 unexpected \"]\" while scanning extensions",
                "$[3]. ¦ 1:6 - 1:6 unexpected EOF while scanning JSON select expected Ident, \".\""
                        + " or \"*\"",
                "$[3,5:1] ¦ 1:6 - 1:7 mixed 44 and 58 in JSON bracket",
                "$.a b ¦ 1:5 - 1:6 unexpected Ident while scanning operator",
                "$['a'] ¦ ok",
                "$['ab'] ¦ 1:3 - 1:7 could not parse string: invalid syntax",
                "$[\"a] ¦ 1:3 - 1:6 could not parse string: invalid syntax",
                "$[? @ =~ \"[\"] ¦ 1:7 - 1:8 error parsing regexp: missing closing ]: `[`",
                "date(1) ¦ 1:1 - 1:5 there is no function date",
                "$..[1:2] ¦ 1:5 - 1:6 mapper can not be combined with range query",
            })
    void whenAPathIsNone_thenTheErrorSaysWhere(String path, String problem) {
        if (problem.equals("ok")) {
            assertThat(JsonPath.compile(path)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> JsonPath.compile(path))
                .isInstanceOf(HaumeaException.class)
                .hasMessage("parsing error: " + path + "\t:" + problem);
    }

    @Test
    void whenAPathIsTooLargeOrTooDeep_thenItIsRefused() {
        for (String path :
                List.of(
                        "(".repeat(100),
                        "-".repeat(100) + "1",
                        "1" + "+1".repeat(300),
                        "$" + ".a".repeat(300),
                        "[".repeat(100),
                        "$" + "[?@".repeat(100),
                        "1" + "?1".repeat(100),
                        "x".repeat(10_000))) {
            assertThatThrownBy(() -> JsonPath.compile(path)).isInstanceOf(HaumeaException.class);
        }
    }

    @Test
    void whenAPathVisitsTooMuch_thenItIsStopped() {
        List<Object> ones = Collections.nCopies(200, 1L);
        List<Object> wide = Collections.nCopies(200, ones);

        assertThatThrownBy(() -> JsonPath.compile("$[?$..* == 1]").evaluate(wide))
                .hasMessage("the path visits more than 1000000 values");
    }

    @Test
    void whenAValueNestsTooDeeply_thenTheSearchIsStopped() {
        Object deep = 1L;
        for (int i = 0; i < 10_000; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        Object value = deep;

        assertThatThrownBy(() -> JsonPath.compile("$..x").evaluate(value))
                .hasMessage("the value nests deeper than 500 levels");
    }

    @Test
    void whenNumbersAreWhole_thenTheyAreFoundAsTheyAre() {
        Map<String, Object> value = Map.of("a", List.of(Long.MAX_VALUE, 2L));

        assertThat(JsonPath.compile("$.a[0]").evaluate(value)).isEqualTo(Long.MAX_VALUE);
        assertThat(JsonPath.compile("$.a[? @ in [2]]").evaluate(value)).isEqualTo(List.of(2L));
    }
}
