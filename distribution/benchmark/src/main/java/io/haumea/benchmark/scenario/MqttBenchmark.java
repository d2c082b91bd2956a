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
import io.haumea.benchmark.harness.Report;
import java.io.IOException;
import java.util.List;

/** Messages through a broker and the server. */
public final class MqttBenchmark {

    private static final List<String> ALL = List.of("cpu", "ladder", "latency", "overload");

    private final Report report;

    /**
     * A measurement.
     *
     * @param report where figures go
     */
    public MqttBenchmark(Report report) {
        this.report = report;
    }

    /**
     * Runs {@code cpu}, {@code ladder}, {@code latency}, {@code overload} or all of them.
     *
     * @param arguments its first word says which; {@code --qos 0,1} with which quality of service
     */
    public void run(Arguments arguments) throws IOException, InterruptedException {
        arguments.allow("profile", "qos", "seconds", "rate", "rates", "messages", "runs");
        String which = arguments.word(0, "");
        for (String part : which.equals("all") ? ALL : List.of(which)) {
            for (int qos : arguments.numbers("qos", "0,1")) {
                if (qos > 1) {
                    throw new BenchmarkException("--qos must be 0, 1 or 0,1");
                }
                switch (part) {
                    case "cpu" -> new MqttCpu(report, arguments).run(qos);
                    case "ladder" -> new MqttLadder(report, arguments).run(qos);
                    case "latency" -> new MqttLatency(report, arguments).run(qos);
                    case "overload" -> new MqttOverload(report, arguments).run(qos);
                    default ->
                            throw new BenchmarkException(
                                    "mqtt needs " + String.join(", ", ALL) + " or all");
                }
            }
        }
    }
}
