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
import io.haumea.benchmark.load.Publisher;
import io.haumea.benchmark.load.Schedule;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.ProcessFigures;
import io.haumea.benchmark.machine.Rest;
import java.io.IOException;

/** More and more rules on one stream at a fixed rate, until they no longer keep up. */
public final class ManyRules {

    private static final double LONGEST_LAG_SECONDS = 1;
    private static final int WARM_UP_SECONDS = 5;

    private final Report report;
    private final Workload workload = new Workload();

    /**
     * A measurement.
     *
     * @param report where figures go
     */
    public ManyRules(Report report) {
        this.report = report;
    }

    /**
     * Runs it.
     *
     * @param arguments {@code --rules 10,100} how many, {@code --rate}, {@code --seconds} a step
     */
    public void run(Arguments arguments) throws IOException, InterruptedException {
        arguments.allow("profile", "rules", "rate", "seconds");
        int rate = arguments.number("rate", 800);
        int seconds = arguments.number("seconds", 15);
        int best = 0;
        try (Stage stage = new Stage(arguments, 0, Mosquitto.Queue.AS_SHIPPED);
                Publisher publisher = stage.publisher(workload)) {
            stage.describe(report);
            Thresholds thresholds = new Thresholds(stage.rest());
            thresholds.grow(1);
            stage.awaitWay(publisher, () -> stage.hasReceived(Thresholds.id(0)));
            for (int rules : arguments.numbers("rules", "10,100,1000,2000,4000,8000")) {
                thresholds.grow(rules);
                publisher.run((long) rate * WARM_UP_SECONDS, new Schedule(System.nanoTime(), rate));
                if (!step(stage, publisher, rules, new Load(rate, seconds))) {
                    break;
                }
                best = rules;
            }
        }
        report.row("rules", "rate=%d most_rules_that_keep_up=%d", rate, best);
    }

    private record Load(int rate, int seconds) {}

    /** Sums over all rules. */
    private record Totals(long received, long dropped, long exceptions) {}

    /** Whether all rules received everything, not much later than it was sent. */
    private boolean step(Stage stage, Publisher publisher, int rules, Load load)
            throws IOException, InterruptedException {
        ProcessFigures figures = stage.server().figures();
        String last = Thresholds.id(rules - 1);
        stage.settled(last, Long.MAX_VALUE);
        Totals before = totals(stage, rules);
        Rest.Counters lastBefore = stage.rest().counters(last);
        double cpuBefore = figures.cpuSeconds();
        long messages = (long) load.rate() * load.seconds();
        Publisher.Sent sent = publisher.run(messages, new Schedule(System.nanoTime(), load.rate()));
        double cpu = figures.cpuSeconds() - cpuBefore;
        long ended = System.nanoTime();
        stage.settled(last, lastBefore.received() + lastBefore.dropped() + messages);
        double lag = (System.nanoTime() - ended) / 1e9;
        Totals after = totals(stage, rules);
        long lost = messages * rules - (after.received() - before.received());
        boolean kept = lost == 0 && lag < LONGEST_LAG_SECONDS;
        report.row(
                "rules step",
                "rules=%d rate=%d kept_up=%b lost=%d dropped=%d exceptions=%d lag_s=%.1f"
                        + " cpu_percent=%.0f cpu_us_per_delivery=%.2f rss_mb=%.0f",
                rules,
                load.rate(),
                kept,
                lost,
                after.dropped() - before.dropped(),
                after.exceptions() - before.exceptions(),
                lag,
                100 * cpu / sent.seconds(),
                1e6 * cpu / (messages * rules),
                figures.residentMb());
        return kept;
    }

    private static Totals totals(Stage stage, int rules) throws InterruptedException {
        long received = 0;
        long dropped = 0;
        long exceptions = 0;
        for (int i = 0; i < rules; i++) {
            Rest.Counters counters = stage.rest().counters(Thresholds.id(i));
            received += counters.received();
            dropped += counters.dropped();
            exceptions += counters.exceptions();
        }
        return new Totals(received, dropped, exceptions);
    }
}
