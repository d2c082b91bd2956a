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
package io.haumea.benchmark.inprocess;

import com.sun.management.OperatingSystemMXBean;
import io.haumea.benchmark.harness.Arguments;
import io.haumea.benchmark.harness.BenchmarkException;
import io.haumea.benchmark.harness.Median;
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.harness.Waiting;
import io.haumea.engine.Engine;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.source.Sharing;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Measures the engine alone: messages per CPU second of the whole process, which other programs on
 * the machine hardly change, and messages per second, which they do.
 */
public final class InProcess {

    private static final int ROUND_SECONDS = 2;
    private static final int WARM_UP_ROUNDS = 3;

    private final Report report;
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /**
     * A measurement.
     *
     * @param report where figures go
     */
    public InProcess(Report report) {
        this.report = report;
    }

    /**
     * Runs {@code filter}, {@code window} or {@code fanout RULES}.
     *
     * @param arguments its first word says which
     */
    public void run(Arguments arguments) throws InterruptedException {
        arguments.allow("seconds", "rate", "workers", "profile");
        String which = arguments.word(0, "");
        List<String> statements =
                switch (which) {
                    case "filter" ->
                            List.of(
                                    "SELECT temperature, humidity FROM demo WHERE temperature >"
                                            + " 50");
                    case "window" ->
                            List.of(
                                    "SELECT deviceid, avg(temperature) AS t, count(*) AS c FROM"
                                            + " demo GROUP BY deviceid, TUMBLINGWINDOW(ss, 1)");
                    case "fanout" ->
                            thresholds(Arguments.positive("RULES", arguments.word(1, "100")));
                    default ->
                            throw new BenchmarkException(
                                    "in-process needs filter, window or fanout RULES");
                };
        report.about(
                "java flags",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        measure(which, statements, arguments);
    }

    private static List<String> thresholds(int rules) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            double threshold = 100.0 * i / rules;
            statements.add("SELECT temperature FROM demo WHERE temperature > " + threshold);
        }
        return statements;
    }

    private void measure(String which, List<String> statements, Arguments arguments)
            throws InterruptedException {
        boolean fanout = which.equals("fanout");
        int rate = arguments.number("rate", Integer.MAX_VALUE);
        // One rule makes the source wait; of many none may hold back the others.
        Flood flood =
                new Flood(
                        fanout ? Sharing.LIVE : Sharing.PRIVATE,
                        rate == Integer.MAX_VALUE ? 0 : rate);
        CountingSink sink = new CountingSink();
        Parts parts = new Parts(flood, sink);
        int workers = arguments.number("workers", Runtime.getRuntime().availableProcessors());
        int rounds = arguments.number("seconds", 20) / ROUND_SECONDS;
        try (Engine engine =
                Engine.builder(parts)
                        .clock(InstantSource.system())
                        .random(SplittableRandom::new)
                        .workers(workers)
                        .build()) {
            List<RunningRule> running = new ArrayList<>();
            for (String sql : statements) {
                String id = "r" + running.size();
                running.add(engine.start(parts.rule(id, sql), failures::add));
            }
            String figure = "in-process " + which;
            new Rounds(figure, running, flood).run(Math.max(1, rounds));
            check(running, sink);
        }
    }

    private void check(List<RunningRule> running, CountingSink sink) {
        Throwable failure = failures.peek();
        if (failure != null) {
            throw new BenchmarkException("a rule ended: " + failure, failure);
        }
        for (RunningRule rule : running) {
            for (NodeMetrics node : rule.metrics()) {
                if (node.exceptions() > 0) {
                    throw new BenchmarkException(
                            "the rule is wrong, its "
                                    + node.name()
                                    + " says: "
                                    + node.lastException());
                }
            }
        }
        report.about("results", sink.bytes() + " bytes in all");
    }

    /** Rounds of two seconds, the first of which only warm up. */
    private final class Rounds {
        private final String figure;
        private final List<RunningRule> rules;
        private final Flood flood;
        private final List<Double> perCpuSecond = new ArrayList<>();
        private final List<Double> perSecond = new ArrayList<>();
        private final List<Double> emittedPerSecond = new ArrayList<>();
        private final List<Double> cpuPercent = new ArrayList<>();

        /** How things stand at one moment. */
        private record Moment(long nanos, long cpuNanos, long received, long emitted) {}

        Rounds(String figure, List<RunningRule> rules, Flood flood) {
            this.figure = figure;
            this.rules = rules;
            this.flood = flood;
        }

        void run(int rounds) throws InterruptedException {
            for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
                Moment before = now();
                Waiting.seconds(ROUND_SECONDS);
                take(round, before, now());
            }
            report.row(
                    figure,
                    "median_of=%d rules=%d per_cpu_second=%.0f us_cpu_each=%.3f per_second=%.0f"
                            + " emitted_per_second=%.0f dropped=%d cpu_percent=%.0f",
                    rounds,
                    rules.size(),
                    Median.of(perCpuSecond),
                    1e6 / Median.of(perCpuSecond),
                    Median.of(perSecond),
                    Median.of(emittedPerSecond),
                    dropped(),
                    Median.of(cpuPercent));
        }

        private Moment now() {
            long received = rules.stream().mapToLong(r -> r.metrics().get(0).recordsIn()).sum();
            return new Moment(
                    System.nanoTime(), system.getProcessCpuTime(), received, flood.emitted());
        }

        private long dropped() {
            return rules.stream()
                    .flatMap(rule -> rule.metrics().stream())
                    .mapToLong(NodeMetrics::dropped)
                    .sum();
        }

        private void take(int round, Moment before, Moment after) {
            double seconds = (after.nanos() - before.nanos()) / 1e9;
            double cpu = (after.cpuNanos() - before.cpuNanos()) / 1e9;
            double received = after.received() - before.received();
            double emitted = (after.emitted() - before.emitted()) / seconds;
            report.row(
                    figure + (round < 1 ? " warm-up" : " round"),
                    "round=%d per_cpu_second=%.0f per_second=%.0f emitted_per_second=%.0f"
                            + " cpu_percent=%.0f",
                    round < 1 ? round + WARM_UP_ROUNDS : round,
                    received / cpu,
                    received / seconds,
                    emitted,
                    100 * cpu / seconds);
            if (round >= 1) {
                perCpuSecond.add(received / cpu);
                perSecond.add(received / seconds);
                emittedPerSecond.add(emitted);
                cpuPercent.add(100 * cpu / seconds);
            }
        }
    }
}
