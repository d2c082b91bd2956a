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
package io.haumea.benchmark.machine;

import io.haumea.benchmark.harness.BenchmarkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What Linux tells of a process under {@code /proc}. */
public final class ProcessFigures {

    // All Linux that Java runs on has it so; see sysconf(_SC_CLK_TCK).
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final Path folder;

    ProcessFigures(long pid) {
        this.folder = Path.of("/proc", Long.toString(pid));
    }

    /** Seconds of CPU that it has used so far, in all threads, to a hundredth. */
    public double cpuSeconds() {
        String stat = read("stat");
        // The second field is the program's name in brackets, which may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
                / TICKS_PER_SECOND;
    }

    /** Resident memory in MB of 2^20 bytes. */
    public double residentMb() {
        return status("VmRSS:") / 1024.0;
    }

    /** The most resident memory that it has ever had, in MB of 2^20 bytes. */
    public double peakMb() {
        return status("VmHWM:") / 1024.0;
    }

    /** Its threads. */
    public long threads() {
        return status("Threads:");
    }

    /** The flags that its Java got. */
    public String javaFlags() {
        return Arrays.stream(read("cmdline").split("\0", -1))
                .filter(word -> word.startsWith("-X") || word.startsWith("--"))
                .collect(Collectors.joining(" "));
    }

    /** Whether it uses a class-data archive of ours, not only the one that comes with Java. */
    public boolean usesArchive() {
        return read("maps").contains("/archive/classes-");
    }

    private long status(String name) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchmarkException(
                    "can't read " + folder.resolve(file) + "; has the process ended?", e);
        }
    }
}
