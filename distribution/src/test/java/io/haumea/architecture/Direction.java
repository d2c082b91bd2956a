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
package io.haumea.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a module may know: the table that {@code docs/developer/architecture.md} draws.
 *
 * @param root the package that holds all of the module
 * @param mayUse packages of Haumea and of libraries, in ArchUnit's notation; its own packages, the
 *     JDK and compile-only annotations are always allowed
 */
record Direction(String root, List<String> mayUse) {

    private static final String SDK = "io.haumea.sdk..";
    private static final String SQL = "io.haumea.sql..";
    private static final String SLF4J = "org.slf4j..";
    private static final String OSGI = "org.osgi..";
    private static final String GSON = "com.google.gson..";
    private static final String YAML = "org.snakeyaml..";
    private static final String SERVLET = "jakarta.servlet..";

    private static final Map<String, Direction> TABLE =
            Map.ofEntries(
                    entry("sdk/api", "sdk"),
                    entry("framework/sql", "sql", SDK),
                    entry("framework/builtin", "builtin", SDK, SLF4J, "com.google.re2j"),
                    entry("framework/engine", "engine", SQL, SDK, SLF4J),
                    entry(
                            "framework/trial",
                            "trial",
                            "io.haumea.engine..",
                            "io.haumea.builtin..",
                            SQL,
                            SDK,
                            SLF4J,
                            GSON),
                    entry(
                            "framework/server",
                            "server",
                            "io.haumea.engine..",
                            "io.haumea.trial..",
                            "io.haumea.builtin..",
                            SQL,
                            SDK,
                            SLF4J,
                            OSGI,
                            GSON,
                            YAML),
                    // The surfaces see of the engine what the server's ports tell: rules and
                    // counters.
                    entry(
                            "framework/rest",
                            "rest",
                            "io.haumea.server..",
                            "io.haumea.engine.rule..",
                            SQL,
                            SDK,
                            SLF4J,
                            OSGI,
                            GSON,
                            SERVLET),
                    entry(
                            "framework/console",
                            "console",
                            "io.haumea.server..",
                            "io.haumea.engine.rule..",
                            SQL,
                            SDK,
                            SLF4J,
                            OSGI,
                            SERVLET,
                            "org.apache.felix.webconsole.."),
                    entry("framework/cli", "cli", "picocli..", GSON, YAML),
                    entry(
                            "framework/kernel",
                            "kernel",
                            SLF4J,
                            OSGI,
                            "ch.qos.logback..",
                            "org.apache.felix.framework.."),
                    entry("bundles/mqtt", "mqtt", SDK, SLF4J, "org.eclipse.paho.."),
                    entry(
                            "bundles/broker",
                            "broker",
                            SDK,
                            SLF4J,
                            "org.osgi.framework",
                            "org.apache.activemq.."),
                    entry("bundles/simulator", "simulator", SDK, SLF4J),
                    entry("bundles/samples", "samples", SDK, SLF4J),
                    // Embeds the engine to measure it alone.
                    entry(
                            "distribution/benchmark",
                            "benchmark",
                            "io.haumea.engine..",
                            "io.haumea.builtin..",
                            SQL,
                            SDK,
                            "com.sun.management.."));

    private static Map.Entry<String, Direction> entry(
            String module, String root, String... mayUse) {
        return Map.entry(module, new Direction("io.haumea." + root, List.of(mayUse)));
    }

    static Direction of(Module module) {
        Direction direction = TABLE.get(module.name());
        if (direction == null) {
            throw new AssertionError(
                    "The module "
                            + module.name()
                            + " has no line in Direction: say there what it may use");
        }
        return direction;
    }

    String[] allowed() {
        Stream<String> always =
                Stream.of(
                        root + "..",
                        "java..",
                        "javax..",
                        "org.jspecify.annotations..",
                        "org.osgi.annotation..",
                        "org.osgi.service.component.annotations..");
        return Stream.concat(always, mayUse.stream()).toArray(String[]::new);
    }
}
