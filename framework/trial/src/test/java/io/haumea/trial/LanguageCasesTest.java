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

import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause, group of functions and window in small cases: what the language promises. */
class LanguageCasesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/cases"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whenACaseIsRun_thenItGivesWhatTheLanguagePromises(Path file) throws IOException {
        // given
        List<CaseEntry> cases = CaseFiles.read(file);
        BuiltinParts parts = new BuiltinParts();

        // when
        List<String> failures;
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            failures =
                    cases.stream()
                            .map(trial::judge)
                            .filter(verdict -> !verdict.passed())
                            .map(verdict -> verdict.entry().id() + ": " + verdict.failure())
                            .toList();
        }

        // then
        assertThat(cases).isNotEmpty();
        assertThat(failures).isEmpty();
    }
}
