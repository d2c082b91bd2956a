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
package io.haumea.sdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaumeaExceptionTest {

    @ParameterizedTest
    @CsvSource({"USER, false", "EXTERNAL, true", "RESOURCE, true", "INTERNAL, false"})
    void whenAnErrorMayPass_thenItIsWorthTryingAgain(ErrorCategory category, boolean retryable) {
        HaumeaException error = new HaumeaException(new ErrorCode("SOME", category), "Oh.");

        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.category()).isEqualTo(category);
    }

    @Test
    void whenAnErrorIsMadeInFull_thenItTellsAllOfIt() {
        IOException cause = new IOException("reset");
        HaumeaException error =
                new HaumeaException(ErrorCode.UNREACHABLE, "No broker.", "Start it.", cause);

        assertThat(error).hasMessage("No broker.").hasCause(cause);
        assertThat(error.remedy()).contains("Start it.");
        assertThat(error.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(new HaumeaException(ErrorCode.INTERNAL, "x").remedy()).isEmpty();
        assertThat(new HaumeaException(ErrorCode.INTERNAL, "x", cause)).hasCause(cause);
    }

    @ParameterizedTest
    @CsvSource({"''", "Mqtt", "mqtt_connect"})
    void whenACodeIsNotInUpperCase_thenItIsRefused(String name) {
        assertThatThrownBy(() -> new ErrorCode(name, ErrorCategory.USER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An error code is written in upper case, was '" + name + "'");
    }

    @Test
    void whenACodeHoldsTheLetterI_thenTheLocaleDoesNotMatter() {
        assertThat(new ErrorCode("INVALID_ID", ErrorCategory.USER).name()).isEqualTo("INVALID_ID");
    }
}
