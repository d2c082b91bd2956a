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
package io.haumea.benchmark.scenario;

import io.haumea.benchmark.harness.Arguments;
import io.haumea.benchmark.harness.BenchmarkException;
import io.haumea.benchmark.harness.Median;
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.harness.Waiting;
import io.haumea.benchmark.machine.HaumeaServer;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.Scratch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon the server is there, and how much memory it and its rules take. */
public final class Footprint {

    private static final List<String> ALL = List.of("start", "idle", "rules", "restart");
    private static final int IDLE_SECONDS = 10;

    /** With a class-data archive and without: values of {@code HAUMEA_ARCHIVE}. */
    private static final List<String> ARCHIVES = List.of("use", "off");

    private final Report report;

    /**
     * A measurement.
     *
     * @param report where figures go
     */
    public Footprint(Report report) {
        this.report = report;
    }

    /**
     * Runs {@code start}, {@code idle}, {@code rules}, {@code restart} or all of them.
     *
     * @param arguments its first word says which
     */
    public void run(Arguments arguments) throws IOException, InterruptedException {
        arguments.allow("profile", "runs", "rules");
        String which = arguments.word(0, "");
        for (String part : which.equals("all") ? ALL : List.of(which)) {
            switch (part) {
                case "start" -> start(arguments);
                case "idle" -> idle(arguments);
                case "rules" -> rules(arguments);
                case "restart" -> restart(arguments);
                default ->
                        throw new BenchmarkException(
                                "footprint needs " + String.join(", ", ALL) + " or all");
            }
        }
    }

    private void start(Arguments arguments) throws IOException, InterruptedException {
        for (String archive : ARCHIVES) {
            try (Scratch scratch = new Scratch()) {
                start(arguments.number("runs", 15), setting(arguments, scratch, archive));
            }
        }
    }

    private void start(int runs, HaumeaServer.Setting setting)
            throws IOException, InterruptedException {
        List<Double> answers = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        String archive = "";
        for (int run = 0; run <= runs; run++) {
            try (HaumeaServer server = HaumeaServer.start(setting)) {
                archive = archive(server);
                if (run == 0) {
                    report.about("server flags", server.figures().javaFlags());
                } else {
                    answers.add(server.answerSeconds());
                    ready.add(server.readySeconds());
                }
                // The first makes whatever is made once, and is not like the others.
                report.row(
                        run == 0 ? "start first" : "start run",
                        "archive=%s run=%d first_answer_s=%.3f ready_s=%.3f cpu_s=%.2f rss_mb=%.1f",
                        archive,
                        run,
                        server.answerSeconds(),
                        server.readySeconds(),
                        server.figures().cpuSeconds(),
                        server.figures().residentMb());
            }
        }
        report.row(
                "start",
                "archive=%s median_of=%d first_answer_s=%.3f ready_s=%.3f",
                archive,
                runs,
                Median.of(answers),
                Median.of(ready));
    }

    private void idle(Arguments arguments) throws IOException, InterruptedException {
        for (String archive : ARCHIVES) {
            try (Scratch scratch = new Scratch();
                    HaumeaServer server =
                            HaumeaServer.start(setting(arguments, scratch, archive))) {
                idle(server);
            }
        }
    }

    private void idle(HaumeaServer server) throws IOException, InterruptedException {
        report.about("server flags", server.figures().javaFlags());
        Waiting.seconds(IDLE_SECONDS);
        double cpu = server.figures().cpuSeconds();
        double resident = server.figures().residentMb();
        Waiting.seconds(IDLE_SECONDS);
        report.row(
                "idle",
                "archive=%s after_s=%d rss_mb=%.1f threads=%d cpu_percent=%.1f live_heap_mb=%.1f",
                archive(server),
                IDLE_SECONDS,
                resident,
                server.figures().threads(),
                100 * (server.figures().cpuSeconds() - cpu) / IDLE_SECONDS,
                server.liveHeapMb());
    }

    private static HaumeaServer.Setting setting(
            Arguments arguments, Scratch scratch, String archive)
            throws IOException, InterruptedException {
        HaumeaServer.Setting setting =
                Stage.setting(arguments, scratch, Map.of("HAUMEA_ARCHIVE", archive));
        if (archive.equals("use")) {
            HaumeaServer.makeArchive(setting);
        }
        return setting;
    }

    /** What the server really does, which may differ from what it was asked to. */
    private static String archive(HaumeaServer server) {
        return server.figures().usesArchive() ? "yes" : "no";
    }

    /** Memory with so many rules, after a while and when all garbage is gone. */
    private record Memory(int rules, double residentMb, double liveMb, double collectedMb) {
        double kilobytesPerRule(Memory base) {
            return (residentMb - base.residentMb) * 1024 / (rules - base.rules);
        }

        double liveKilobytesPerRule(Memory base) {
            return (liveMb - base.liveMb) * 1024 / (rules - base.rules);
        }
    }

    private void rules(Arguments arguments) throws IOException, InterruptedException {
        try (Stage stage = new Stage(arguments, 0, Mosquitto.Queue.AS_SHIPPED)) {
            stage.describe(report);
            Thresholds thresholds = new Thresholds(stage.rest());
            thresholds.grow(1);
            Memory base = memory(stage, 1);
            row("footprint rules", base, base, 0);
            double total = 0;
            for (int rules : arguments.numbers("rules", "1000,8000")) {
                total += thresholds.grow(rules);
                row("footprint rules", memory(stage, rules), base, total);
            }
        }
    }

    private void row(String figure, Memory memory, Memory base, double creationSeconds) {
        report.row(
                figure,
                "rules=%d created_in_s=%.1f rss_mb=%.1f rss_after_gc_mb=%.1f live_heap_mb=%.1f"
                        + " kb_per_further_rule=%.1f live_kb_per_further_rule=%.1f",
                memory.rules(),
                creationSeconds,
                memory.residentMb(),
                memory.collectedMb(),
                memory.liveMb(),
                memory.equals(base) ? 0 : memory.kilobytesPerRule(base),
                memory.equals(base) ? 0 : memory.liveKilobytesPerRule(base));
    }

    private static Memory memory(Stage stage, int rules) throws IOException, InterruptedException {
        Waiting.seconds(IDLE_SECONDS);
        double resident = stage.server().figures().residentMb();
        double live = stage.server().liveHeapMb();
        return new Memory(rules, resident, live, stage.server().figures().residentMb());
    }

    private void restart(Arguments arguments) throws IOException, InterruptedException {
        List<Integer> counts = arguments.numbers("rules", "1000");
        int rules = counts.get(counts.size() - 1);
        try (Stage stage = new Stage(arguments, 0, Mosquitto.Queue.AS_SHIPPED)) {
            stage.describe(report);
            new Thresholds(stage.rest()).grow(rules);
            stage.server().secondsUntilRunning(rules);
            int runs = arguments.number("runs", 3);
            for (int run = 1; run <= runs; run++) {
                stage.restartServer();
                report.row(
                        "footprint restart",
                        "run=%d rules=%d all_running_s=%.2f first_answer_s=%.3f",
                        run,
                        rules,
                        stage.server().secondsUntilRunning(rules),
                        stage.server().answerSeconds());
            }
        }
    }
}
