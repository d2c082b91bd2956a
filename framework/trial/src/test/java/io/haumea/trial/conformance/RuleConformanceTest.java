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
package io.haumea.trial.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haumea.trial.BuiltinParts;
import io.haumea.trial.Trial;
import io.haumea.trial.Verdict;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the reference answers is answered, but for the cases that are overruled on purpose. A listed
 * case that passes all the same must leave the list.
 */
class RuleConformanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"rule-cases", "function-cases", "oracle-cases"})
    void whenTheReferenceGivesAResult_thenSoDoWe(String name) throws IOException {
        // given
        Optional<Path> file = ConformanceFolder.file(name + ".jsonl");
        assumeTrue(
                file.isPresent(),
                "No conformance cases here; name their folder by -Dhaumea.conformance");
        Set<String> overruled = ListedIds.read("overruled.txt");

        // when
        List<String> failures = new ArrayList<>();
        List<String> needlesslyListed = new ArrayList<>();
        BuiltinParts parts = new BuiltinParts(new ReferenceFunctions());
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            for (CaseEntry entry : CaseFiles.read(file.get())) {
                Verdict verdict = trial.judge(entry);
                boolean listed = overruled.contains(entry.id());
                if (!verdict.passed() && !listed) {
                    failures.add(entry.id() + ": " + verdict.failure());
                }
                if (verdict.passed() && listed) {
                    needlesslyListed.add(entry.id());
                }
            }
        }

        // then
        assertThat(failures).isEmpty();
        assertThat(needlesslyListed).isEmpty();
    }
}
