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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.trial.BuiltinParts;
import io.haumea.trial.Trial;
import io.haumea.trial.Verdict;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever watches the counters of sources, windows and sinks sees the numbers of the reference. */
class CounterConformanceTest {

    @Test
    void whenARuleHasRun_thenItsPartsHaveCountedAsInTheReference() throws IOException {
        // given
        Optional<Path> rows = ConformanceFolder.file("rules-rows.jsonl");
        Optional<Path> cases = ConformanceFolder.file("rule-cases.jsonl");
        assumeTrue(
                rows.isPresent() && cases.isPresent(),
                "No conformance cases here; name their folder by -Dhaumea.conformance");
        Map<String, JsonObject> expected = expected(rows.get());

        // when
        List<String> differences = new ArrayList<>();
        BuiltinParts parts = new BuiltinParts();
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            for (CaseEntry entry : CaseFiles.read(cases.get())) {
                Verdict verdict = trial.judge(entry);
                compare(entry.id(), expected.get(entry.id()), counted(verdict), differences);
            }
        }

        // then
        assertThat(differences).isEmpty();
    }

    private static Map<String, JsonObject> expected(Path file) throws IOException {
        Map<String, JsonObject> metrics = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonObject row = JsonParser.parseString(line).getAsJsonObject();
            if (row.get("kind").getAsString().equals("rule")) {
                metrics.put(row.get("id").getAsString(), row.getAsJsonObject("expected_metrics"));
            }
        }
        return metrics;
    }

    private static Map<String, Long> counted(Verdict verdict) {
        Map<String, Long> counted = new HashMap<>();
        for (NodeMetrics node : verdict.result().metrics()) {
            String prefix = node.kind() + "_" + node.name().replace("trial_0", "mockSink") + "_0_";
            counted.put(prefix + "records_in_total", node.recordsIn());
            counted.put(prefix + "records_out_total", node.recordsOut());
            counted.put(prefix + "exceptions_total", node.exceptions());
        }
        return counted;
    }

    private static void compare(
            String id, JsonObject expected, Map<String, Long> counted, List<String> differences) {
        for (Map.Entry<String, JsonElement> counter : expected.entrySet()) {
            Long actual = counted.get(counter.getKey());
            if (!counter.getKey().endsWith("_process_latency_ms")
                    && (actual == null || actual != counter.getValue().getAsLong())) {
                differences.add(
                        id + " " + counter.getKey() + " " + counter.getValue() + " " + actual);
            }
        }
    }
}
