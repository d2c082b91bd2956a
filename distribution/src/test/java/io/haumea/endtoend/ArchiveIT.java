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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class-data archive: made, used while it fits, and never a danger. */
class ArchiveIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir Path scratch;
    private Distribution distribution;

    @BeforeEach
    void copyDistribution() throws Exception {
        distribution = Distribution.copyTo(scratch);
    }

    @Test
    void whenThereIsNone_thenTheFirstStartMakesItAndTheNextUsesIt() throws Exception {
        try (Server first = Server.start(distribution, Map.of("haumea.archive.delay", "0"))) {
            assertThat(uses(first)).isFalse();
            Await.until("the archive", LIMIT, this::archives, names -> names.size() == 2);
            Await.until(
                    "the word of it",
                    LIMIT,
                    first::output,
                    output -> output.contains("class-data archive"));
            first.stop();
        }
        try (Server second = Server.start(distribution, Map.of())) {
            assertThat(uses(second)).isTrue();
            second.stop();
        }
    }

    @Test
    void whenTheServerEndsWhileItIsMade_thenNothingIsLeft() throws Exception {
        try (Server server = Server.start(distribution, Map.of("haumea.archive.delay", "0"))) {
            Await.until("the beginning", LIMIT, this::archives, names -> !names.isEmpty());
            server.stop();
            Await.until("the end", LIMIT, this::archives, List::isEmpty);
        }
    }

    @Test
    void whenTheArchiveIsDamaged_thenTheServerStartsWithoutItAndWithoutAWord() throws Exception {
        Path archive = make();
        byte[] whole = Files.readAllBytes(archive);
        assertThat(archive.toFile().setWritable(true)).isTrue();

        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            file.truncate(whole.length / 2);
        }
        assertStartsWithout();

        Files.write(archive, whole);
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.seek(whole.length / 2);
            file.write(new byte[100_000]);
        }
        assertStartsWithout();

        Files.delete(archive);
        assertStartsWithout();
    }

    @Test
    void whenAJarHasChanged_thenTheArchiveIsNotUsed() throws Exception {
        make();
        Path lib = distribution.home().resolve("lib");
        try (Stream<Path> jars = Files.list(lib)) {
            Path jar =
                    jars.filter(file -> file.toString().contains("jul-to-slf4j"))
                            .findFirst()
                            .orElseThrow();
            Files.copy(jar, lib.resolve("another.jar"));
        }
        assertStartsWithout();
    }

    @Test
    void whenJavaIsToldToLayObjectsOutInAnotherWay_thenItStartsWithoutAWord() throws Exception {
        make();
        try (Server server =
                Server.start(distribution, Map.of("x", "1 -XX:-UseCompressedClassPointers"))) {
            server.stop();
            assertThat(unexpected(server)).isEmpty();
        }
    }

    private void assertStartsWithout() throws Exception {
        try (Server server = Server.start(distribution, Map.of())) {
            assertThat(uses(server)).isFalse();
            server.stop();
            assertThat(unexpected(server)).isEmpty();
        }
    }

    /** Lines that are not of the server's own log. */
    private static List<String> unexpected(Server server) throws Exception {
        return server.output().lines().filter(line -> !line.contains(" INFO ")).toList();
    }

    private Path make() throws Exception {
        Process process =
                new ProcessBuilder(distribution.command().toString(), "archive")
                        .redirectErrorStream(true)
                        .redirectOutput(scratch.resolve("archive.out").toFile())
                        .start();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(scratch.resolve("archive.out"));
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(archives()).as(output).hasSize(2);
        return folder().resolve(archives().get(0));
    }

    private Path folder() {
        return distribution.home().resolve("archive");
    }

    private List<String> archives() throws Exception {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private static boolean uses(Server server) throws Exception {
        Path maps = Path.of("/proc", Long.toString(server.pid()), "maps");
        assumeTrue(Files.isReadable(maps), "only Linux tells which files a process has mapped");
        return Files.readString(maps).contains("/archive/classes-");
    }
}
