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
package io.haumea.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.ScalarFunction;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TrialTest {

    private static final String CASE =
            "{\"id\":\"x\",\"streams\":[\"CREATE STREAM demo () WITH ()\"],"
                    + "\"rule\":{\"sql\":\"SELECT %s AS x FROM demo\"},"
                    + "\"input\":[{\"stream\":\"demo\",\"at_ms\":1,\"message\":{\"a\":1}}],"
                    + "\"expect\":[[{\"x\":%s}]]%s}%n";

    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir private Path folder;

    @Test
    void whenACaseNeverEnds_thenItFailsAndTheNextIsRun() throws IOException {
        // given: a function that waits for what never comes
        BuiltinParts parts =
                new BuiltinParts(
                        () ->
                                List.of(
                                        ScalarFunction.named("forever")
                                                .summary("Waits.")
                                                .returns(DataType.ANY)
                                                .call(arguments -> waitForEver())));

        // when
        List<Verdict> verdicts;
        try (Trial trial = new Trial(parts, parts, Duration.ofMillis(300))) {
            verdicts =
                    entries(CASE.formatted("forever()", "1", ""), CASE.formatted("a + 1", "2", ""))
                            .stream()
                            .map(trial::judge)
                            .toList();
        }

        // then
        assertThat(verdicts.get(0).failure()).isEqualTo("it did not end within 300 ms");
        assertThat(verdicts.get(1).failure()).isNull();
    }

    @Test
    void whenACaseHasRandomNumbers_thenTheyAreTheSameEachTime() throws IOException {
        // given
        CaseEntry entry = entries(CASE.formatted("rand()", "0", "")).get(0);
        BuiltinParts parts = new BuiltinParts();

        // when
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            List<String> first = trial.judge(entry).result().output();
            List<String> second = trial.judge(entry).result().output();

            // then
            assertThat(first).isEqualTo(second).hasSize(1);
        }
    }

    @Test
    void whenACaseAsksForALifeCycle_thenItFailsInWords() throws IOException {
        // given
        CaseEntry entry = entries(CASE.formatted("a", "1", ",\"do\":[]")).get(0);
        BuiltinParts parts = new BuiltinParts();

        // when
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            // then
            assertThat(trial.judge(entry).failure())
                    .isEqualTo("'do' (checkpoint, kill, start, edit) is not supported yet");
        }
    }

    @Test
    void whenAnInputNamesAStreamThatTheCaseDoesNotCreate_thenTheCaseFailsInWords()
            throws IOException {
        // given
        String misspelt = CASE.formatted("a", "1", "").replace("\"demo\",\"at", "\"dmo\",\"at");
        CaseEntry entry = entries(misspelt).get(0);
        BuiltinParts parts = new BuiltinParts();

        // when
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            // then
            assertThat(trial.judge(entry).failure())
                    .isEqualTo(
                            "its input at 1 ms is for the stream dmo, which it does not create;"
                                    + " it has demo");
        }
    }

    private Object waitForEver() {
        boolean interrupted = false;
        while (!interrupted) {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return true;
    }

    private List<CaseEntry> entries(String... lines) throws IOException {
        Path file = folder.resolve("cases.jsonl");
        Files.writeString(file, String.join("", lines));
        return CaseFiles.read(file);
    }
}
