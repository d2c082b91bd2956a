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
package io.haumea.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.Accumulator;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sdk.function.Argument;
import io.haumea.sdk.function.FunctionContext;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.MergeableAccumulator;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.sdk.state.StateContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleFunctionsTest {

    private static final Argument COLUMN =
            new Argument(Argument.Kind.EXPRESSION, DataType.ANY, null);
    private static final Argument TEXT =
            new Argument(Argument.Kind.LITERAL, DataType.STRING, "warm");

    @Test
    void whenValuesAreAdded_thenTheRangeIsGreatestMinusLeast() {
        assertThat(range(20L, 18.5, 31.0).result()).isEqualTo(12.5);
        assertThat(range(-3).result()).isEqualTo(0.0);
    }

    @Test
    void whenValuesAreNull_thenTheyAreSkipped() {
        assertThat(range(null, 2, null, 5).result()).isEqualTo(3.0);
        assertThat(range(new Object[] {null}).result()).isNull();
        assertThat(range().result()).isNull();
    }

    @Test
    void whenPartsAreMerged_thenTheResultIsThatOfTheWhole() {
        // given
        MergeableAccumulator merged = range(4, 9);
        // when
        merged.merge(range());
        merged.merge(range(1, 3));
        // then
        assertThat(merged.result()).isEqualTo(range(4, 9, 1, 3).result());
    }

    @Test
    void whenSavedAndRestored_thenItGoesOnFromThere() {
        // given
        Object saved = range(4, 9).save();
        Accumulator restored = range();
        // when
        restored.restore(saved);
        restored.add(new Object[] {10});
        // then
        assertThat(restored.result()).isEqualTo(6.0);
    }

    @Test
    void whenNothingWasTakenIn_thenSavedIsNothingAndRestoresToNothing() {
        Accumulator restored = range();

        restored.restore(range().save());

        assertThat(restored.result()).isNull();
    }

    @Test
    void whenAValueIsNoNumber_thenTheErrorSaysWhichAndWhatToDo() {
        assertThatThrownBy(() -> range("warm"))
                .isInstanceOfSatisfying(
                        HaumeaException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                            assertThat(e.remedy()).isPresent();
                        })
                .hasMessage("range takes a number, but got 'warm'");
    }

    @Test
    void whenFahrenheitAreGiven_thenCelsiusComeOut() {
        assertThat((Double) celsius(212)).isEqualTo(100, within(1e-9));
        assertThat((Double) celsius(-40.0)).isEqualTo(-40, within(1e-9));
        assertThat(celsius(null)).isNull();
    }

    @Test
    void whenArgumentsCantFit_thenTheRuleIsRefused() {
        for (FunctionDefinition function : new SampleFunctions().functions()) {
            assertThat(function.check(List.of(COLUMN))).isEmpty();
            assertThat(function.check(List.of())).isPresent();
            assertThat(function.check(List.of(TEXT))).isPresent();
            assertThat(function.check(List.of(COLUMN, COLUMN))).isPresent();
            assertThat(function.resultType(List.of(DataType.ANY))).isEqualTo(DataType.FLOAT);
        }
    }

    private static MergeableAccumulator range(@Nullable Object... values) {
        AggregateFunction function = (AggregateFunction) find("range");
        MergeableAccumulator accumulator = (MergeableAccumulator) function.newAccumulator();
        for (Object value : values) {
            accumulator.add(new Object[] {value});
        }
        return accumulator;
    }

    private static @Nullable Object celsius(@Nullable Object fahrenheit) {
        ScalarFunction function = (ScalarFunction) find("celsius");
        return function.instantiate(new RowContext()).call(new Object[] {fahrenheit});
    }

    private static FunctionDefinition find(String name) {
        return new SampleFunctions()
                .functions().stream()
                        .filter(function -> function.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private record RowContext() implements FunctionContext {
        @Override
        public String ruleId() {
            return "rule1";
        }

        @Override
        public InstantSource clock() {
            return new ManualContext().clock();
        }

        @Override
        public RandomGenerator random() {
            return new Random(1);
        }

        @Override
        public StateContext state() {
            return new ManualContext().state();
        }
    }
}
