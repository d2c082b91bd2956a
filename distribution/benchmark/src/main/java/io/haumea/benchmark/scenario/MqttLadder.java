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
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.load.BrokerDrops;
import io.haumea.benchmark.load.Publisher;
import io.haumea.benchmark.load.Schedule;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.ProcessFigures;
import io.haumea.benchmark.machine.Rest;
import java.io.IOException;
import java.util.List;

/**
 * The highest rate at which nothing is lost, neither by the server nor by a broker as it is
 * shipped: steps up until one fails three times.
 */
final class MqttLadder {

    private static final String RULE = "ladder";
    private static final String RATES =
            "5000,10000,15000,20000,30000,40000,50000,60000,80000,100000";
    private static final int ATTEMPTS = 3;

    private final Report report;
    private final Arguments arguments;
    private final Workload workload = new Workload();

    MqttLadder(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    void run(int qos) throws IOException, InterruptedException {
        List<Integer> rates = arguments.numbers("rates", RATES);
        int seconds = arguments.number("seconds", 10);
        int best = 0;
        try (Stage stage = new Stage(arguments, qos, Mosquitto.Queue.AS_SHIPPED);
                Publisher publisher = stage.publisher(workload);
                BrokerDrops drops = stage.brokerDrops()) {
            stage.describe(report);
            stage.rest()
                    .createRule(
                            RULE,
                            "SELECT * FROM demo WHERE temperature > " + Workload.MIDDLE,
                            Stage.NOP);
            stage.awaitWay(publisher, () -> stage.hasReceived(RULE));
            step(stage, publisher, drops, new Step("mqtt ladder warm-up", rates.get(0), 10));
            for (int rate : rates) {
                boolean clean = false;
                for (int attempt = 1; attempt <= ATTEMPTS && !clean; attempt++) {
                    clean =
                            step(
                                    stage,
                                    publisher,
                                    drops,
                                    new Step("mqtt ladder step", rate, seconds));
                }
                if (!clean) {
                    break;
                }
                best = rate;
            }
        }
        report.row("mqtt ladder", "qos=%d highest_rate_without_loss=%d", qos, best);
    }

    private record Step(String figure, int rate, int seconds) {}

    /** Whether the rate was kept and nothing was lost. */
    private boolean step(Stage stage, Publisher publisher, BrokerDrops drops, Step step)
            throws IOException, InterruptedException {
        ProcessFigures figures = stage.server().figures();
        Rest.Counters before = stage.settled(RULE, 0);
        long brokerBefore = drops.dropped();
        double cpuBefore = figures.cpuSeconds();
        long messages = (long) step.rate() * step.seconds();
        Publisher.Sent sent = publisher.run(messages, new Schedule(System.nanoTime(), step.rate()));
        double cpu = figures.cpuSeconds() - cpuBefore;
        long taken = before.received() + before.dropped();
        Rest.Counters after = stage.settled(RULE, taken + messages);
        long lost = messages - (after.received() - before.received());
        boolean paceKept = sent.rate() > 0.99 * step.rate();
        report.row(
                step.figure(),
                "qos=%d rate=%d published_per_second=%.0f lost=%d dropped_by_server=%d"
                        + " dropped_by_broker=%d cpu_percent=%.0f rss_mb=%.0f pace_kept=%b",
                stage.qos(),
                step.rate(),
                sent.rate(),
                lost,
                after.dropped() - before.dropped(),
                drops.dropped() - brokerBefore,
                100 * cpu / sent.seconds(),
                figures.residentMb(),
                paceKept);
        return lost == 0 && paceKept;
    }
}
