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
import io.haumea.benchmark.load.Sequence;
import io.haumea.benchmark.load.Subscriber;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.ProcessFigures;
import io.haumea.benchmark.machine.Rest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A minute of far more than the server can take: what its memory does, whether every lost message
 * is accounted for by a counter of server or broker, and whether it is well again afterwards.
 */
final class MqttOverload {

    private static final String RULE = "overload";
    private static final int RECOVERY_RATE = 1000;
    private static final int RECOVERY_SECONDS = 5;

    private final Report report;
    private final Arguments arguments;
    private final Workload workload = new Workload();

    MqttOverload(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    void run(int qos) throws IOException, InterruptedException {
        try (Stage stage = new Stage(arguments, qos, Mosquitto.Queue.AS_SHIPPED);
                Publisher publisher = stage.publisher(workload);
                BrokerDrops drops = stage.brokerDrops();
                Subscriber results = new Subscriber(stage.brokerPort(), Stage.RESULTS, qos)) {
            stage.describe(report);
            stage.rest()
                    .createRule(
                            RULE,
                            "SELECT temperature, seq FROM demo WHERE temperature > "
                                    + Workload.MIDDLE,
                            stage.publishing());
            stage.awaitWay(publisher, results::probed);
            Rest.Counters before = stage.settled(RULE, 0);
            long brokerBefore = drops.dropped();
            Subscriber.Watch watch =
                    new Subscriber.Watch(new Schedule(System.nanoTime(), 1), Long.MAX_VALUE);
            results.watch(watch);
            long messages = flood(stage, publisher);
            account(stage, drops, new Start(before, brokerBefore, messages), watch.sequence());
            recover(stage, publisher, results);
        }
    }

    /** How things stood before so many messages were sent. */
    private record Start(Rest.Counters counters, long brokerDropped, long messages) {}

    private long flood(Stage stage, Publisher publisher) throws IOException, InterruptedException {
        int seconds = arguments.number("seconds", 60);
        int rate = arguments.number("rate", 150_000);
        long messages = (long) rate * seconds;
        Schedule schedule = new Schedule(System.nanoTime(), rate);
        AtomicBoolean over = new AtomicBoolean();
        Thread curve = new Thread(() -> curve(stage, over), "memory-curve");
        curve.start();
        try {
            // At most so long, even if the broker takes less than is due.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            Publisher.Sent run = publisher.runUntil(messages, schedule, end);
            report.row(
                    "mqtt overload",
                    "qos=%d asked_per_second=%d published_per_second=%.0f seconds=%.0f",
                    stage.qos(),
                    rate,
                    run.rate(),
                    run.seconds());
            return run.messages();
        } finally {
            over.set(true);
            curve.join();
        }
    }

    private void curve(Stage stage, AtomicBoolean over) {
        ProcessFigures figures = stage.server().figures();
        long began = System.nanoTime();
        double cpu = figures.cpuSeconds();
        try {
            while (!over.get()) {
                for (int tenth = 0; tenth < 50 && !over.get(); tenth++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                double now = figures.cpuSeconds();
                report.row(
                        "mqtt overload at",
                        "second=%.0f rss_mb=%.0f threads=%d cpu_seconds=%.1f",
                        (System.nanoTime() - began) / 1e9,
                        figures.residentMb(),
                        figures.threads(),
                        now - cpu);
                cpu = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void account(Stage stage, BrokerDrops drops, Start start, Sequence seen)
            throws InterruptedException {
        Rest.Counters after = stage.settled(RULE, Long.MAX_VALUE);
        long received = after.received() - start.counters().received();
        long dropped = after.dropped() - start.counters().dropped();
        long byBroker = drops.dropped() - start.brokerDropped();
        report.row(
                "mqtt overload sum",
                "qos=%d published=%d processed=%d dropped_by_server=%d results_delivered=%d"
                        + " results_dropped=%d exceptions=%d results_seen=%d duplicates=%d"
                        + " out_of_order=%d dropped_by_broker=%d"
                        + " not_accounted_for=%d rss_mb=%.0f peak_mb=%.0f",
                stage.qos(),
                start.messages(),
                received,
                dropped,
                after.delivered() - start.counters().delivered(),
                after.resultsDropped() - start.counters().resultsDropped(),
                after.exceptions() - start.counters().exceptions(),
                seen.received(),
                seen.duplicates(),
                seen.outOfOrder(),
                byBroker,
                start.messages() - received - dropped - byBroker,
                stage.server().figures().residentMb(),
                stage.server().figures().peakMb());
    }

    private void recover(Stage stage, Publisher publisher, Subscriber results)
            throws IOException, InterruptedException {
        Schedule schedule = new Schedule(System.nanoTime(), RECOVERY_RATE);
        Subscriber.Watch watch = new Subscriber.Watch(schedule, 0);
        results.watch(watch);
        long messages = (long) RECOVERY_RATE * RECOVERY_SECONDS;
        publisher.run(messages, schedule);
        TimeUnit.SECONDS.sleep(1);
        Sequence sequence = watch.sequence();
        long lost =
                sequence.lost(messages, number -> workload.temperature(number) > Workload.MIDDLE);
        report.row(
                "mqtt overload then",
                "qos=%d rate=%d recovered=%b lost=%d duplicates=%d out_of_order=%d p99_us=%.0f",
                stage.qos(),
                RECOVERY_RATE,
                lost == 0,
                lost,
                sequence.duplicates(),
                sequence.outOfOrder(),
                watch.latency().micros(99));
    }
}
