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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code haumea test}, as it is typed in a folder of a user's own. */
class RuleTestsIT {

    private static final long LIMIT_SECONDS = 60;

    /** The function comes from a plugin; the window of an hour takes no time. */
    private static final String GOOD =
            "{\"id\":\"good\",\"streams\":[\"CREATE STREAM demo () WITH (DATASOURCE=\\\"x\\\")\"],"
                    + "\"rule\":{\"sql\":\"SELECT celsius(a) AS c FROM demo"
                    + " GROUP BY TUMBLINGWINDOW(hh, 1)\"},"
                    + "\"input\":[{\"stream\":\"demo\",\"at_ms\":1,\"message\":{\"a\":212}}],"
                    + "\"end_ms\":3600000,\"expect\":[[{\"c\":100}]]}\n";

    @TempDir Path scratch;

    private Distribution distribution;
    private Path folder;

    @BeforeEach
    void unpack() throws IOException {
        distribution = Distribution.copyTo(scratch);
        distribution.takeExtra("samples");
        folder = Files.createDirectory(scratch.resolve("my cases"));
        Files.writeString(folder.resolve("good.jsonl"), GOOD);
        Files.writeString(
                folder.resolve("bad.jsonl"), GOOD.replace("100", "1").replace("good", "bad"));
    }

    @Test
    void whenAllCasesPass_thenOnlyTheSummaryIsPrintedAndNothingIsLeftBehind() throws Exception {
        // given
        List<String> before = files();

        // when
        int code = haumea("test", "good.jsonl");

        // then
        assertThat(printed()).containsExactly("1 passed, 0 failed");
        assertThat(code).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whenACaseFails_thenTheExitCodeIsOne() throws Exception {
        // when
        int code = haumea("test", "good.jsonl", "bad.jsonl");

        // then
        assertThat(printed())
                .containsExactly(
                        "FAILED bad: expected [[{\"c\":1}]] but got [[{\"c\":100}]]",
                        "1 passed, 1 failed");
        assertThat(code).isOne();
    }

    @Test
    void whenThePluginIsNotThere_thenActualTellsTheRefusal() throws Exception {
        // given
        Path none = Files.createDirectory(scratch.resolve("none"));

        // when
        int code = haumea("test", "--actual", "--plugins", none.toString(), "good.jsonl");

        // then
        assertThat(printed()).singleElement().asString().startsWith("{\"id\":\"good\",\"error\":");
        assertThat(code).isZero();
    }

    private int haumea(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(distribution.command().toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(scratch.resolve("out").toFile())
                        .redirectError(scratch.resolve("err").toFile())
                        .start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> printed() throws IOException {
        return Files.readAllLines(scratch.resolve("out"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(distribution.home())) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
