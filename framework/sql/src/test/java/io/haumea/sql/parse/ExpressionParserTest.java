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
package io.haumea.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SelectItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "a + b * c ~ (`a` + (`b` * `c`))",
                "a * b + c ~ ((`a` * `b`) + `c`)",
                "10 - 2 - 3 ~ ((10 - 2) - 3)",
                "a-5 ~ (`a` - 5)",
                "a - 5 ~ (`a` - 5)",
                "a - -1 ~ (`a` - -1)",
                "-a * 2 ~ ((- (`a`)) * 2)",
                "-a->b ~ (- (`a`->`b`))",
                "- 3 ~ -3",
                "-. 3 ~ -0.3",
                "2 * a->b ~ (2 * `a`->`b`)",
                "a->b[1]->c ~ `a`->`b`[1]->`c`",
                "a->b.c ~ `a`->`c`",
                "a[-1] ~ `a`[-1]",
                "a[] ~ `a`[:]",
                "a[1:] ~ `a`[1:]",
                "a[:-1] ~ `a`[:-1]",
                "a = 1 OR b = 2 AND c ~ ((`a` = 1) OR ((`b` = 2) AND `c`))",
                "NOT a = 1 AND b ~ ((NOT ((`a` = 1))) AND `b`)",
                "not + 1 ~ (`not` + 1)",
                "a <> 1 ~ (`a` != 1)",
                "a ! = 1 ~ (`a` != 1)",
                "a > = 1 ~ (`a` >= 1)",
                "a IS NULL ~ (`a` IS NULL)",
                "a is not null or b ~ ((`a` IS NOT NULL) OR `b`)",
                "is + 1 ~ (`is` + 1)",
                "'it \\'s\\'' ~ \"it 's'\"",
                "a & b | c ^ d ~ (((`a` & `b`) | `c`) ^ `d`)",
                "timestamp + key ~ (`timestamp` + `key`)",
                "s.type->format ~ `s`.`type`->`format`",
                "a. ~ `a`",
                "`a.b` ~ `a.b`",
                "f(a, 1,) ~ `f`(`a`, 1)",
                "f(a,*) ~ `f`(`a`, *)",
                "count(s.*) ~ `count`(`s`.*)",
                "99999999999999999999 ~ 9223372036854775807",
                "-9223372036854775808 ~ -9223372036854775808",
                "a /* b */ + /* c */ 1 ~ (`a` + 1)",
            })
    void whenAnExpressionIsParsed_thenOperatorsBindAsTheLanguageSays(
            String written, String canonical) {
        Select select = SqlParser.parseSelect("SELECT " + written + " FROM demo");

        SelectItem item = select.items().get(0);
        assertThat(SyntaxText.of(item.expression())).isEqualTo(canonical);
    }

    @Test
    void whenAStringHasEscapes_thenTheyAreResolvedAndOthersKeepTheirBackslash() {
        String sql = "SELECT \"a\\tb\\\"c\\u0041\\x42\\103\\d+\" FROM demo";

        Select select = SqlParser.parseSelect(sql);

        assertThat(SyntaxText.of(select.items().get(0).expression()))
                .isEqualTo("\"a\\tb\\\"cABC\\\\d+\"");
    }

    @Test
    void whenAColumnStandsInParentheses_thenItHasNoNameOfItsOwn() {
        Select select = SqlParser.parseSelect("SELECT (a), b, upper(c), (d)->e FROM demo");

        assertThat(select.items())
                .extracting(SelectItem::ownName)
                .containsExactly(null, "b", "upper", null);
    }

    @Test
    void whenAChainIsLong_thenItIsParsedUpToTheLimit() {
        String chain = "a = 1" + " OR a = 1".repeat(900);

        Select select = SqlParser.parseSelect("SELECT * FROM demo WHERE " + chain);

        assertThat(select.where()).isNotNull();
    }
}
