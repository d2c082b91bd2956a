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

import io.haumea.trial.cases.CaseFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is what happens. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide/testing-rules.md");
    private static final Pattern CASE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ACTUAL =
            Pattern.compile("--actual averages.json\\n(.*?)\\n```", Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void whenTheCaseOfTheGuideIsRun_thenItPasses() throws IOException {
        // given
        Path file = file();
        BuiltinParts parts = new BuiltinParts();

        // when
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            Verdict verdict = trial.judge(CaseFiles.read(file).get(0));

            // then
            assertThat(verdict.failure()).isNull();
        }
    }

    @Test
    void whenTheGuideShowsWhatIsPrinted_thenItIsPrinted() throws IOException {
        // given
        BuiltinParts parts = new BuiltinParts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);

        // when
        try (Trial trial = new Trial(parts, parts, Duration.ofSeconds(10))) {
            new TestCommand(trial, printed, printed).run(List.of("--actual", file().toString()));
        }

        // then
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(shown(ACTUAL));
    }

    private Path file() throws IOException {
        Path file = folder.resolve("averages.json");
        Files.writeString(file, shown(CASE));
        return file;
    }

    private static String shown(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(GUIDE));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
