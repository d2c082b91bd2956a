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
package io.haumea.sdk.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentCheckTest {

    private static final Argument COLUMN =
            new Argument(Argument.Kind.EXPRESSION, DataType.ANY, null);
    private static final Argument UNIT = new Argument(Argument.Kind.TIME_UNIT, DataType.ANY, null);
    private static final Argument TEXT = literal(DataType.STRING, "x");
    private static final Argument WHOLE = literal(DataType.BIGINT, 1L);
    private static final Argument FLOAT = literal(DataType.FLOAT, 1.5);
    private static final Argument TRUTH = literal(DataType.BOOLEAN, true);

    @Test
    void whenTheNumberOfArgumentsIsWrong_thenTheCheckSaysHowManyThereShouldBe() {
        ArgumentCheck check = ArgumentCheck.count(2);

        assertThat(check.check("mod", List.of(COLUMN)))
                .contains("The arguments for mod should be 2.");
        assertThat(check.check("mod", List.of(COLUMN, COLUMN))).isEmpty();
    }

    @Test
    void whenALiteralIsOfTheWrongType_thenTheCheckNamesItsPlace() {
        assertRefuses(ArgumentCheck.number(0), "number - float or int", TEXT, TRUTH, UNIT);
        assertRefuses(ArgumentCheck.whole(0), "int", TEXT, TRUTH, UNIT, FLOAT);
        assertRefuses(ArgumentCheck.text(0), "string", WHOLE, FLOAT, TRUTH, UNIT);
        assertThat(ArgumentCheck.text(1).check("f", List.of(TEXT, WHOLE)))
                .contains("Expect string type for 2 parameter of function f.");
    }

    @Test
    void whenALiteralIsOfTheRightTypeOrNoLiteral_thenTheCheckIsContent() {
        for (Argument argument : List.of(WHOLE, FLOAT, COLUMN)) {
            assertThat(ArgumentCheck.number(0).check("f", List.of(argument))).isEmpty();
        }
        assertThat(ArgumentCheck.whole(0).check("f", List.of(WHOLE))).isEmpty();
        assertThat(ArgumentCheck.text(0).check("f", List.of(TEXT))).isEmpty();
        assertThat(ArgumentCheck.ANY.check("f", List.of(UNIT, TEXT))).isEmpty();
    }

    @Test
    void whenAnArgumentIsMissing_thenOnlyTheCountIsWrong() {
        assertThat(ArgumentCheck.number(0).check("f", List.of())).isEmpty();
    }

    @Test
    void whenChecksAreJoined_thenTheFirstThatFindsSomethingWins() {
        ArgumentCheck check = ArgumentCheck.count(1).and(ArgumentCheck.number(0));

        assertThat(check.check("abs", List.of())).contains("The arguments for abs should be 1.");
        assertThat(check.check("abs", List.of(TEXT)))
                .contains("Expect number - float or int type for 1 parameter of function abs.");
        assertThat(check.check("abs", List.of(COLUMN))).isEmpty();
    }

    private static void assertRefuses(ArgumentCheck check, String wanted, Argument... arguments) {
        for (Argument argument : arguments) {
            assertThat(check.check("f", List.of(argument)))
                    .contains("Expect " + wanted + " type for 1 parameter of function f.");
        }
    }

    private static Argument literal(DataType type, Object value) {
        return new Argument(Argument.Kind.LITERAL, type, value);
    }
}
