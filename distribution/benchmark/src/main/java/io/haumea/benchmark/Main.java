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
package io.haumea.benchmark;

import io.haumea.benchmark.harness.Arguments;
import io.haumea.benchmark.harness.BenchmarkException;
import io.haumea.benchmark.harness.Report;
import io.haumea.benchmark.inprocess.InProcess;
import io.haumea.benchmark.scenario.Footprint;
import io.haumea.benchmark.scenario.ManyRules;
import io.haumea.benchmark.scenario.MqttBenchmark;

/** The entry; called by the script {@code run}, which says what there is. */
public final class Main {

    private Main() {}

    /**
     * Measures and prints.
     *
     * @param args a command, its words and options
     */
    public static void main(String[] args) throws Exception {
        try {
            run(args);
        } catch (BenchmarkException e) {
            System.err.println("benchmark: " + e.getMessage());
            System.exit(1);
        }
        // Threads of HTTP clients and of an engine that failed to close must not keep us.
        System.exit(0);
    }

    private static void run(String... args) throws Exception {
        Arguments all = Arguments.parse(args);
        String command = all.word(0, "");
        Arguments rest =
                new Arguments(
                        all.words().subList(Math.min(1, all.words().size()), all.words().size()),
                        all.options());
        Report report = new Report(System.out, rest.text("profile", "default"));
        report.about("machine", machine());
        switch (command) {
            case "in-process" -> new InProcess(report).run(rest);
            case "mqtt" -> new MqttBenchmark(report).run(rest);
            case "footprint" -> new Footprint(report).run(rest);
            case "rules" -> new ManyRules(report).run(rest);
            default -> throw new BenchmarkException("unknown command '" + command + "'");
        }
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors()
                + " cores, "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + System.getProperty("java.vm.name")
                + " "
                + System.getProperty("java.vm.version");
    }
}
