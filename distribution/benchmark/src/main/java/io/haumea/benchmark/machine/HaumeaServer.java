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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built server as a process, started by its own script. */
public final class HaumeaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern RUNNING = Pattern.compile("\"status\": ?\"Running");
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Rest rest;
    private final ProcessFigures figures;
    private final Path output;
    private final long startNanos;
    private double answerSeconds;
    private double readySeconds;

    /**
     * How to start it.
     *
     * @param home the folder of the distribution
     * @param data its data folder
     * @param profile {@code default} or {@code edge}
     * @param environment variables on top of our own
     */
    public record Setting(Path home, Path data, String profile, Map<String, String> environment) {
        /** Copies the map. */
        public Setting {
            environment = Map.copyOf(environment);
        }
    }

    private HaumeaServer(Setting setting) throws IOException {
        int port = Scratch.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        setting.home().resolve("bin/haumea").toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        setting.data().toString(),
                        "--profile",
                        setting.profile());
        // An archive that is made in the background would be measured as well.
        builder.environment().putIfAbsent("HAUMEA_ARCHIVE", "use");
        builder.environment().putAll(setting.environment());
        output = setting.data().resolveSibling("server.out");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        startNanos = System.nanoTime();
        process = builder.start();
        Children.endWithUs(process);
        rest = new Rest(port);
        figures = new ProcessFigures(process.pid());
    }

    /**
     * Makes the class-data archive of the profile anew, so that it fits the server as it is built.
     *
     * @throws BenchmarkException if it can't be made
     */
    public static void makeArchive(Setting setting) throws IOException, InterruptedException {
        String script = setting.home().resolve("bin/haumea").toString();
        Process process =
                new ProcessBuilder(script, "archive", "--profile", setting.profile())
                        .redirectErrorStream(true)
                        .start();
        Children.endWithUs(process);
        try (var reader = process.inputReader()) {
            String text = String.join("\n", reader.lines().toList());
            if (process.waitFor() != 0) {
                throw new BenchmarkException("there is no class-data archive: " + text);
            }
        }
    }

    /**
     * Starts one and waits until it serves rules.
     *
     * @throws BenchmarkException if it does not start
     */
    public static HaumeaServer start(Setting setting) throws IOException, InterruptedException {
        HaumeaServer server = new HaumeaServer(setting);
        server.answerSeconds = server.secondsUntil("/");
        server.readySeconds = server.secondsUntil("/rules");
        return server;
    }

    /** Seconds from the start of the process until GET of the path answers 200. */
    private double secondsUntil(String path) throws IOException, InterruptedException {
        while (rest.probe(path) != 200) {
            if (!process.isAlive()) {
                throw new BenchmarkException(
                        "the server does not start: " + Files.readString(output).strip());
            }
            if (secondsSinceStart() > START_LIMIT.toSeconds()) {
                process.destroyForcibly();
                throw new BenchmarkException(
                        "the server does not answer GET " + path + ": " + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return secondsSinceStart();
    }

    private double secondsSinceStart() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** From the start of the script to the first answer to GET /. */
    public double answerSeconds() {
        return answerSeconds;
    }

    /** From the start of the script until it serves rules. */
    public double readySeconds() {
        return readySeconds;
    }

    /**
     * Waits until so many rules are running.
     *
     * @return seconds since the start of the script
     */
    public double secondsUntilRunning(int rules) throws InterruptedException {
        while (running() < rules) {
            if (secondsSinceStart() > START_LIMIT.toSeconds()) {
                throw new BenchmarkException(
                        "only " + running() + " of " + rules + " rules run after a minute");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return secondsSinceStart();
    }

    private long running() throws InterruptedException {
        return RUNNING.matcher(rest.rules()).results().count();
    }

    /** Its API. */
    public Rest rest() {
        return rest;
    }

    /** What the system tells of its process. */
    public ProcessFigures figures() {
        return figures;
    }

    /**
     * Has it collect all garbage, and tells what is then left in its heap.
     *
     * @return MB of 2^20 bytes
     */
    public double liveHeapMb() throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        jcmd(pid, "GC.run");
        double kilobytes = 0;
        for (String line : jcmd(pid, "GC.heap_info").lines().toList()) {
            // Each generation has a line; what is not heap comes after all of them.
            if (line.contains("Metaspace")) {
                break;
            }
            Matcher used = HEAP_USED.matcher(line);
            if (used.find()) {
                kilobytes += Double.parseDouble(used.group(1));
            }
        }
        return kilobytes / 1024;
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var reader = process.inputReader()) {
            String text = String.join("\n", reader.lines().toList());
            if (process.waitFor() != 0) {
                throw new BenchmarkException("jcmd fails, which needs a JDK: " + text);
            }
            return text;
        }
    }

    @Override
    public void close() {
        Children.end("the server", process);
    }
}
