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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message from MQTT through a SQL rule to MQTT, and what can happen on its way. */
class MessageRoadIT {

    @TempDir static Path scratch;

    private static Server server;
    private static int brokerPort;
    private MqttPeer peer;

    @BeforeAll
    static void startServer() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        distribution.takeExtra("broker");
        brokerPort = Server.freePort();
        Files.writeString(
                distribution.home().resolve("etc/mqtt_source.yaml"),
                "default:\n  servers: [tcp://127.0.0.1:" + brokerPort + "]\n");
        server =
                Server.start(
                        distribution, Map.of("haumea.broker.port", Integer.toString(brokerPort)));
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.stop();
    }

    @BeforeEach
    void connect() throws Exception {
        peer = MqttPeer.connect(brokerPort, "peer");
        server.createStream(
                "CREATE STREAM demo (temperature FLOAT, humidity BIGINT)"
                        + " WITH (DATASOURCE=\"devices/+/messages\", FORMAT=\"JSON\")");
    }

    @AfterEach
    void tidy() throws Exception {
        peer.close();
        server.delete("/rules/rule1");
        server.delete("/streams/demo");
    }

    private static String mqttSink(String topic) {
        return "{\"mqtt\":{\"server\":\"tcp://127.0.0.1:"
                + brokerPort
                + "\",\"topic\":\""
                + topic
                + "\",\"qos\":1}}";
    }

    private static String rule(String sql, String actions) {
        JsonObject rule = new JsonObject();
        rule.addProperty("id", "rule1");
        rule.addProperty("sql", sql);
        return rule.toString().replaceFirst("}$", ",\"actions\":[" + actions + "]}");
    }

    private void createRunningRule(String sql) throws Exception {
        peer.listen("results");
        server.createRule(rule(sql, mqttSink("results")));
        server.awaitStatus("rule1", "\"source_demo_0_connection_status\": \"connected\"");
        server.awaitStatus("rule1", "\"sink_mqtt_0_0_connection_status\": \"connected\"");
    }

    @Test
    void whenAMessagePassesTheFilter_thenItsResultArrivesAndIsCounted() throws Exception {
        createRunningRule("SELECT temperature, humidity AS h FROM demo WHERE temperature > 30");
        peer.publish("devices/a/messages", "{\"temperature\": 31.5, \"humidity\": 40}");
        peer.publish("devices/a/messages", "{\"temperature\": 12, \"humidity\": 41}");
        peer.publish("devices/b/messages", "{\"Temperature\": 50, \"HUMIDITY\": 42, \"x\": 1}");
        peer.awaitReceived(2);
        assertThat(peer.received())
                .containsExactly(
                        "[{\"h\":40,\"temperature\":31.5}]", "[{\"h\":42,\"temperature\":50}]");
        server.awaitStatus("rule1", "\"sink_mqtt_0_0_records_out_total\": 2");
        JsonObject status = server.status("rule1");
        assertThat(status.get("source_demo_0_records_in_total").getAsInt()).isEqualTo(3);
        assertThat(status.get("op_filter_0_records_out_total").getAsInt()).isEqualTo(2);
    }

    @Test
    void whenAMessageIsNoJson_thenItIsCountedAndTheNextOneWorks() throws Exception {
        createRunningRule("SELECT temperature FROM demo");
        peer.publish("devices/a/messages", "{\"temperature\": ");
        peer.publish("devices/a/messages", "{\"temperature\": 1, \"humidity\": 2}");
        peer.awaitReceived(1);
        assertThat(peer.received()).containsExactly("[{\"temperature\":1}]");
        JsonObject status = server.status("rule1");
        assertThat(status.get("source_demo_0_exceptions_total").getAsInt()).isEqualTo(1);
        assertThat(status.get("source_demo_0_last_exception").getAsString()).isNotEmpty();
    }

    @Test
    void whenAFieldIsMissing_thenTheSinkGetsTheErrorEvent() throws Exception {
        createRunningRule("SELECT temperature FROM demo");
        peer.publish("devices/a/messages", "{\"humidity\": 2}");
        peer.awaitReceived(1);
        assertThat(peer.received().get(0))
                .contains("error in preprocessor")
                .contains("temperature");
    }

    @Test
    void whenMessagesAreGroupedInAWindow_thenEachGroupIsOneRow() throws Exception {
        createRunningRule(
                "SELECT split_value(mqtt(topic), \"/\", 1) AS device, count(*) AS c,"
                    + " avg(temperature) AS t FROM demo GROUP BY device, TUMBLINGWINDOW(ss, 1)");
        for (int i = 0; i < 20; i++) {
            peer.publish(
                    "devices/d" + i % 2 + "/messages", "{\"temperature\": 4, \"humidity\": 2}");
        }
        Await.until(
                "all messages in windows",
                Duration.ofSeconds(10),
                () ->
                        peer.received().stream()
                                .flatMap(text -> Rows.of(text).stream())
                                .mapToInt(row -> row.get("c").getAsInt())
                                .sum(),
                sum -> sum == 20);
        assertThat(peer.received())
                .flatExtracting(Rows::of)
                .allSatisfy(row -> assertThat(row.get("t").getAsDouble()).isEqualTo(4))
                .extracting(row -> row.get("device").getAsString())
                .contains("d0", "d1");
    }

    @Test
    void whenARuleIsStoppedAndStarted_thenItWorksAgainFromZero() throws Exception {
        createRunningRule("SELECT temperature FROM demo");
        peer.publish("devices/a/messages", "{\"temperature\": 1, \"humidity\": 2}");
        peer.awaitReceived(1);
        assertThat(server.post("/rules/rule1/stop", "").body())
                .isEqualTo("Rule rule1 was stopped.");
        assertThat(server.get("/rules/rule1/status").body())
                .isEqualTo("Stopped: canceled manually or by error.");
        assertThat(server.post("/rules/rule1/start", "").body())
                .isEqualTo("Rule rule1 was started");
        server.awaitStatus("rule1", "\"source_demo_0_connection_status\": \"connected\"");
        assertThat(server.status("rule1").get("source_demo_0_records_in_total").getAsInt())
                .isZero();
        peer.publish("devices/a/messages", "{\"temperature\": 2, \"humidity\": 2}");
        peer.awaitReceived(2);
        assertThat(peer.received().get(1)).isEqualTo("[{\"temperature\":2}]");
        assertThat(server.post("/rules/rule1/restart", "").body())
                .isEqualTo("Rule rule1 was restarted");
    }

    @Test
    void whenTheSqlIsWrong_thenTheAnswerSaysWhereAndNothingIsStored() throws Exception {
        var answer = server.post("/rules", rule("SELECT temperature FRM demo", "{\"log\":{}}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 1").contains("column").contains("expected");
        assertThat(server.get("/rules").body().strip()).isEqualTo("[]");
    }

    @Test
    void whenTheSinksBrokerIsAway_thenTheStatusSaysSoAndOtherRulesGoOn() throws Exception {
        createRunningRule("SELECT temperature FROM demo");
        int nobody = Server.freePort();
        server.createRule(
                "{\"id\":\"away\",\"sql\":\"SELECT * FROM"
                        + " demo\",\"actions\":[{\"mqtt\":{\"server\":\"tcp://127.0.0.1:"
                        + nobody
                        + "\",\"topic\":\"t\"}}]}");
        try {
            server.awaitStatus("away", "next try in");
            peer.publish("devices/a/messages", "{\"temperature\": 9, \"humidity\": 2}");
            peer.awaitReceived(1);
            assertThat(peer.received()).containsExactly("[{\"temperature\":9}]");
        } finally {
            server.delete("/rules/away");
        }
    }
}
