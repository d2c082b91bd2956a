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
import io.haumea.benchmark.harness.Percentiles;
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.load.Publisher;
import io.haumea.benchmark.load.Schedule;
import io.haumea.benchmark.load.Subscriber;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.Rest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/**
 * How long after a message was due its result is with a subscriber, on a fixed schedule; and how
 * much of that is the broker's and the generator's part, by messages that go past the server.
 */
final class MqttLatency {

    private static final String RULE = "latency";
    private static final int WARM_UP_RATE = 10_000;

    private final Report report;
    private final Arguments arguments;
    private final Workload workload = new Workload();

    MqttLatency(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    void run(int qos) throws IOException, InterruptedException {
        try (Stage stage = new Stage(arguments, qos, Mosquitto.Queue.AS_SHIPPED);
                Publisher publisher = stage.publisher(workload)) {
            stage.describe(report);
            try (Subscriber direct = new Subscriber(stage.brokerPort(), Stage.TOPIC, qos)) {
                rates(stage, publisher, direct, new Way("broker-alone", false, number -> true));
            }
            stage.rest()
                    .createRule(
                            RULE,
                            "SELECT temperature, seq FROM demo WHERE temperature > "
                                    + Workload.MIDDLE,
                            stage.publishing());
            try (Subscriber results = new Subscriber(stage.brokerPort(), Stage.RESULTS, qos)) {
                stage.awaitWay(publisher, results::probed);
                LongPredicate passes = number -> workload.temperature(number) > Workload.MIDDLE;
                Way rule = new Way("rule", true, passes);
                run(stage, publisher, results, new Way("warm-up", true, passes), WARM_UP_RATE);
                rates(stage, publisher, results, rule);
            }
        }
    }

    /** What messages go through, and which of them must come. */
    private record Way(String name, boolean throughRule, LongPredicate expected) {

        /** What the server counts on this way; past it, nothing. */
        Rest.Counters counters(Stage stage) throws InterruptedException {
            return throughRule ? stage.rest().counters(RULE) : new Rest.Counters(0, 0, 0, 0, 0);
        }
    }

    private void rates(Stage stage, Publisher publisher, Subscriber subscriber, Way way)
            throws IOException, InterruptedException {
        for (int rate : arguments.numbers("rates", "500,2000,10000")) {
            run(stage, publisher, subscriber, way, rate);
        }
    }

    private void run(Stage stage, Publisher publisher, Subscriber subscriber, Way way, int rate)
            throws IOException, InterruptedException {
        long messages = (long) rate * arguments.number("seconds", 20);
        long settling = (long) rate * 2;
        Schedule schedule =
                new Schedule(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100), rate);
        Subscriber.Watch watch = new Subscriber.Watch(schedule, settling);
        subscriber.watch(watch);
        Rest.Counters before = way.counters(stage);
        double cpuBefore = stage.server().figures().cpuSeconds();
        Publisher.Sent sent = publisher.run(messages + settling, schedule);
        double cpu = stage.server().figures().cpuSeconds() - cpuBefore;
        TimeUnit.SECONDS.sleep(1);
        Rest.Counters after = way.counters(stage);
        Percentiles latency = watch.latency();
        report.row(
                "mqtt latency",
                "way=%s qos=%d rate=%d p50_us=%.0f p99_us=%.0f p99.9_us=%.0f max_us=%.0f"
                        + " results=%d lost=%d duplicates=%d out_of_order=%d"
                        + " dropped_by_server=%d results_dropped=%d exceptions=%d"
                        + " server_cpu_us_per_message=%.0f generator_late_p99_us=%.0f",
                way.name(),
                stage.qos(),
                rate,
                latency.micros(50),
                latency.micros(99),
                latency.micros(99.9),
                latency.maxMicros(),
                latency.total(),
                watch.sequence().lost(messages + settling, way.expected()),
                watch.sequence().duplicates(),
                watch.sequence().outOfOrder(),
                after.dropped() - before.dropped(),
                after.resultsDropped() - before.resultsDropped(),
                after.exceptions() - before.exceptions(),
                1e6 * cpu / sent.messages(),
                sent.lateness().micros(99));
    }
}
