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
import io.haumea.benchmark.harness.Median;
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.load.Publisher;
import io.haumea.benchmark.load.Schedule;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.Rest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU of the server's process for each message, when messages come as fast as they go through. The
 * broker keeps what the server has not taken yet, so that nothing but the server is measured.
 */
final class MqttCpu {

    private static final String RULE = "cpu";

    private final Report report;
    private final Arguments arguments;
    private final Workload workload = new Workload();

    MqttCpu(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    /** What one burst cost. */
    private record Burst(
            double cpuPerMillion,
            double perSecond,
            double publishedPerSecond,
            long dropped,
            long lost) {}

    void run(int qos) throws IOException, InterruptedException {
        int messages = arguments.number("messages", 400_000);
        int runs = arguments.number("runs", 5);
        try (Stage stage = new Stage(arguments, qos, Mosquitto.Queue.UNLIMITED);
                Publisher publisher = stage.publisher(workload)) {
            stage.describe(report);
            stage.rest()
                    .createRule(
                            RULE,
                            "SELECT * FROM demo WHERE temperature > " + Workload.MIDDLE,
                            Stage.NOP);
            stage.awaitWay(publisher, () -> stage.hasReceived(RULE));
            Burst warmUp = burst(stage, publisher, messages);
            row("mqtt cpu warm-up", qos, 0, warmUp);
            List<Double> cpu = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            for (int run = 1; run <= runs; run++) {
                Burst burst = burst(stage, publisher, messages);
                row("mqtt cpu run", qos, run, burst);
                cpu.add(burst.cpuPerMillion());
                rates.add(burst.perSecond());
            }
            report.row(
                    "mqtt cpu",
                    "qos=%d median_of=%d cpu_seconds_per_million=%.1f per_second=%.0f rss_mb=%.0f",
                    qos,
                    runs,
                    Median.of(cpu),
                    Median.of(rates),
                    stage.server().figures().residentMb());
        }
    }

    private void row(String figure, int qos, int run, Burst burst) {
        report.row(
                figure,
                "qos=%d run=%d cpu_seconds_per_million=%.1f per_second=%.0f"
                        + " published_per_second=%.0f dropped=%d lost=%d",
                qos,
                run,
                burst.cpuPerMillion(),
                burst.perSecond(),
                burst.publishedPerSecond(),
                burst.dropped(),
                burst.lost());
    }

    private Burst burst(Stage stage, Publisher publisher, int messages)
            throws IOException, InterruptedException {
        Rest.Counters before = stage.settled(RULE, 0);
        double cpuBefore = stage.server().figures().cpuSeconds();
        long began = System.nanoTime();
        Publisher.Sent sent =
                publisher.run(messages, new Schedule(began, Double.POSITIVE_INFINITY));
        long taken = before.received() + before.dropped();
        Rest.Counters after = stage.settled(RULE, taken + messages);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = stage.server().figures().cpuSeconds() - cpuBefore;
        long dropped = after.dropped() - before.dropped();
        long received = after.received() - before.received();
        return new Burst(
                cpu * 1e6 / Math.max(1, received + dropped),
                received / seconds,
                sent.rate(),
                dropped,
                messages - received - dropped);
    }
}
