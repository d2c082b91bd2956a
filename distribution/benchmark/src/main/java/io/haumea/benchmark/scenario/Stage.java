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
import io.haumea.benchmark.harness.Waiting;
import io.haumea.benchmark.load.BrokerDrops;
import io.haumea.benchmark.load.Publisher;
import io.haumea.benchmark.load.Workload;
import io.haumea.benchmark.machine.HaumeaServer;
import io.haumea.benchmark.machine.Mosquitto;
import io.haumea.benchmark.machine.Rest;
import io.haumea.benchmark.machine.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A broker, a server that subscribes to it, and the stream {@code demo}. */
final class Stage implements AutoCloseable {

    static final String TOPIC = "benchmark/in";
    static final String RESULTS = "benchmark/out";
    static final String NOP = "{\"nop\": {}}";

    private static final int LOOK_MILLIS = 100;
    private static final int STILL_LOOKS = 20;
    private static final Duration WAY_LIMIT = Duration.ofSeconds(30);

    private final Scratch scratch = new Scratch();
    private final Mosquitto broker;
    private final HaumeaServer.Setting setting;
    private final int qos;
    private HaumeaServer server;

    /**
     * Sets it up.
     *
     * @param arguments their {@code profile} is the server's
     * @param qos with which the server subscribes
     * @param queue how much the broker keeps
     */
    Stage(Arguments arguments, int qos, Mosquitto.Queue queue)
            throws IOException, InterruptedException {
        this.qos = qos;
        this.broker = Mosquitto.start(scratch.folder(), queue);
        this.setting =
                setting(
                        arguments,
                        scratch,
                        Map.of(
                                "MQTT_SOURCE__DEFAULT__SERVERS",
                                "[\"" + address() + "\"]",
                                "MQTT_SOURCE__DEFAULT__QOS",
                                Integer.toString(qos)));
        this.server = HaumeaServer.start(setting);
        rest().createStream(Workload.COLUMNS, TOPIC);
    }

    /** A server with its data in a scratch folder. */
    static HaumeaServer.Setting setting(
            Arguments arguments, Scratch scratch, Map<String, String> environment)
            throws IOException {
        return new HaumeaServer.Setting(
                Path.of(System.getProperty("benchmark.home")),
                Files.createDirectories(scratch.folder().resolve("data")),
                arguments.text("profile", "default"),
                environment);
    }

    void describe(Report report) throws IOException {
        report.about("server flags", server.figures().javaFlags());
        report.about("broker", Mosquitto.version());
    }

    /** The broker's address as Haumea wants it. */
    String address() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    /** The action that publishes results with the stage's quality of service. */
    String publishing() {
        return "{\"mqtt\": {\"server\": \""
                + address()
                + "\", \"topic\": \""
                + RESULTS
                + "\", \"qos\": "
                + qos
                + "}}";
    }

    HaumeaServer server() {
        return server;
    }

    Rest rest() {
        return server.rest();
    }

    int brokerPort() {
        return broker.port();
    }

    int qos() {
        return qos;
    }

    Publisher publisher(Workload workload) throws IOException {
        return new Publisher(broker.port(), TOPIC, qos, workload);
    }

    BrokerDrops brokerDrops() throws IOException {
        return new BrokerDrops(broker.port());
    }

    /** Stops the server and starts it again on the same data. */
    void restartServer() throws IOException, InterruptedException {
        server.close();
        server = HaumeaServer.start(setting);
    }

    /** Publishes single messages until one has come through. */
    void awaitWay(Publisher publisher, BooleanSupplier through)
            throws IOException, InterruptedException {
        Waiting.until(
                "a message comes through",
                WAY_LIMIT,
                Duration.ofMillis(200),
                () -> through.getAsBoolean() || probe(publisher));
    }

    /** Whether a rule has received anything yet. */
    boolean hasReceived(String rule) {
        try {
            return rest().counters(rule).received() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean probe(Publisher publisher) {
        try {
            publisher.probe();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the rule has received or lost so many messages in all and its sinks are quiet, or
     * until it makes no progress for two seconds.
     */
    Rest.Counters settled(String rule, long messages) throws InterruptedException {
        Rest.Counters last = rest().counters(rule);
        int still = 0;
        while (still < STILL_LOOKS
                && !(still > 0 && last.received() + last.dropped() >= messages)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            Rest.Counters now = rest().counters(rule);
            still = now.equals(last) ? still + 1 : 0;
            last = now;
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        server.close();
        broker.close();
        scratch.close();
    }
}
