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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"10796529505058023104", "-10796529505058023104", "9007199254740993"})
    void whenANumberIsPrinted_thenItHasAllItsDigits(String digits) {
        assertThat(ExactNumber.of(digits)).hasToString(digits);
        assertThat(ExactNumber.of(digits).toBigInteger()).isEqualTo(new BigInteger(digits));
    }

    @Test
    void whenANumberComputes_thenItIsTheNearestDouble() {
        ExactNumber number = ExactNumber.of("9007199254740993");

        assertThat(number.doubleValue()).isEqualTo(9007199254740992.0);
        assertThat(number.floatValue()).isEqualTo(0x1p53f);
        assertThat(number.longValue()).isEqualTo(9007199254740993L);
        assertThat(number.intValue()).isEqualTo(1);
    }

    @Test
    void whenNumbersAreCompared_thenAllDigitsCount() {
        ExactNumber number = ExactNumber.of("10796529505058023104");
        ExactNumber same = ExactNumber.of("10796529505058023104");
        ExactNumber greater = ExactNumber.of("10796529505058023105");

        assertThat(number).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(greater);
        assertThat(number).isLessThan(greater).isNotEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "1e5", "x", "-"})
    void whenATextIsNoWholeNumber_thenItIsRefused(String text) {
        assertThatThrownBy(() -> ExactNumber.of(text)).isInstanceOf(NumberFormatException.class);
    }
}
