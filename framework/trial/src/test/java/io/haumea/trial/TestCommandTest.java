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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code haumea test} prints and how it ends. */
class TestCommandTest {

    private static final String STREAM =
            "\"streams\":[\"CREATE STREAM demo () WITH (DATASOURCE=\\\"demo\\\")\"]";
    private static final String GOOD =
            "{\"id\":\"good\","
                    + STREAM
                    + ",\"rule\":{\"sql\":\"SELECT a + 1 AS b FROM demo\"},"
                    + "\"input\":[{\"stream\":\"demo\",\"at_ms\":1,\"message\":{\"a\":1}}],"
                    + "\"expect\":[[{\"b\":2.0}]]}";
    private static final String BAD = GOOD.replace("good", "bad").replace("2.0", "3");
    private static final String REFUSED =
            GOOD.replace("good", "refused").replace("SELECT a + 1 AS b", "SELECT");

    private final BuiltinParts parts = new BuiltinParts();
    private final Trial trial = new Trial(parts, parts, Duration.ofSeconds(10));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void whenAllPass_thenOnlyTheSummaryIsPrinted() throws IOException {
        // when
        int code = run(file("a.jsonl", GOOD));

        // then
        assertThat(code).isZero();
        assertThat(printed()).containsExactly("1 passed, 0 failed");
    }

    @Test
    void whenACaseFails_thenExpectedAndActualAreInOneLine() throws IOException {
        // when
        int code = run(file("a.jsonl", GOOD + "\n" + BAD + "\n"));

        // then
        assertThat(code).isOne();
        assertThat(printed())
                .containsExactly(
                        "FAILED bad: expected [[{\"b\":3}]] but got [[{\"b\":2}]]",
                        "1 passed, 1 failed");
    }

    @Test
    void whenALineIsBroken_thenFileAndLineAreNamedAndTheOthersRun() throws IOException {
        // given
        String file = file("a.jsonl", "{\"id\":\n\n" + GOOD + "\n[1]\n{\"id\":\"x\"}");

        // when
        int code = run(file);

        // then
        assertThat(code).isOne();
        assertThat(printed()).hasSize(4);
        assertThat(printed().get(0))
                .isEqualTo("FAILED " + file + ":1: it is not JSON, line 1 column 7");
        assertThat(printed().get(1))
                .isEqualTo("FAILED " + file + ":4: a case must be a JSON object");
        assertThat(printed().get(2)).isEqualTo("FAILED x: the case has no 'rule' (" + file + ":5)");
        assertThat(printed().get(3)).isEqualTo("1 passed, 3 failed");
    }

    @Test
    void whenActualIsAskedOfABrokenCase_thenItsIdIsKept() throws IOException {
        // when
        int code = run("--actual", file("a.jsonl", "{\"id\":\"x\",\"rule\":7}\n" + GOOD));

        // then
        assertThat(code).isOne();
        assertThat(printed()).hasSize(2);
        assertThat(printed().get(0))
                .startsWith("{\"id\":\"x\",\"error\":\"rule must be an object, but is 7");
    }

    @Test
    void whenActualIsAsked_thenEachCaseGivesOneJsonLine() throws IOException {
        // when
        int code = run("--actual", file("a.jsonl", GOOD + "\n" + BAD + "\n" + REFUSED));

        // then
        assertThat(code).isZero();
        assertThat(printed().subList(0, 2))
                .containsExactly(
                        "{\"id\":\"good\",\"output\":[[{\"b\":2}]]}",
                        "{\"id\":\"bad\",\"output\":[[{\"b\":2}]]}");
        assertThat(printed().get(2))
                .startsWith("{\"id\":\"refused\",\"error\":\"Parse SQL SELECT FROM demo error: ");
    }

    @Test
    void whenAFileHasOneCaseInManyLines_thenItIsRead() throws IOException {
        // when
        int code = run(file("one.json", GOOD.replace(",", ",\n")));

        // then
        assertThat(code).isZero();
        assertThat(printed()).containsExactly("1 passed, 0 failed");
    }

    @Test
    void whenAFileIsMissing_thenTheUsageIsWrong() {
        // when
        int code = run("no-such-file.jsonl");

        // then
        assertThat(code).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("haumea test: no-such-file.jsonl can't be read: there is no such file");
    }

    @Test
    void whenThereIsNoFileOrAnUnknownOption_thenTheUsageIsWrong() {
        // then
        assertThat(run()).isEqualTo(2);
        assertThat(run("--actuall", "x.jsonl")).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no option '--actuall'");
    }

    private int run(String... arguments) {
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
        return new TestCommand(trial, outStream, errStream).run(List.of(arguments));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }
}
