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
package io.haumea.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private final Workload workload = new Workload();

    private byte[] message(long number) {
        byte[] bytes = Workload.template();
        workload.fill(number, bytes, 0);
        return bytes;
    }

    @Test
    void whenAMessageIsFilled_thenItIsTheJsonThatItsNumberSays() {
        String text = new String(message(12), StandardCharsets.US_ASCII);

        assertThat(text)
                .matches(
                        "\\{\"temperature\": [1-9]\\d, \"humidity\": [1-9]\\d, \"deviceid\":"
                                + " [1-9]\\d, \"seq\": 1000000012}")
                .startsWith("{\"temperature\": " + workload.temperature(12) + ",");
    }

    @Test
    void whenANumberIsReadBack_thenItIsTheSame() {
        for (long number : new long[] {Workload.PROBE, 0, 7, 123_456_789}) {
            byte[] bytes = message(number);
            assertThat(Workload.number(bytes, 0, bytes.length)).isEqualTo(number);
        }
    }

    @Test
    void whenAResultHasTheNumberAnywhere_thenItIsFound() {
        byte[] first = "[{\"seq\":1000000007,\"temperature\":77}]".getBytes(StandardCharsets.UTF_8);
        byte[] last = "[{\"temperature\":77,\"seq\":1000000007}]".getBytes(StandardCharsets.UTF_8);

        assertThat(Workload.number(first, 0, first.length)).isEqualTo(7);
        assertThat(Workload.number(last, 0, last.length)).isEqualTo(7);
    }

    @Test
    void whenThereIsNoNumber_thenNoneIsFound() {
        byte[] error = "[{\"error\":\"seq: is missing\"}]".getBytes(StandardCharsets.UTF_8);

        assertThat(Workload.number(error, 0, error.length)).isEqualTo(-2);
        assertThat(Workload.number(error, 0, 3)).isEqualTo(-2);
    }

    @Test
    void whenManyMessagesAreSent_thenHalfOfThemPass() {
        long passing =
                LongStream.range(0, 100_000)
                        .filter(number -> workload.temperature(number) > Workload.MIDDLE)
                        .count();

        assertThat(passing / 100_000.0).isCloseTo(0.5, within(0.03));
    }
}
