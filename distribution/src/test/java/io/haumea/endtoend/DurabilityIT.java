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

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions survive: an orderly restart, and a process that is killed while it writes them. */
class DurabilityIT {

    @TempDir Path scratch;

    private static final String STREAM =
            "CREATE STREAM demo (a BIGINT) WITH (DATASOURCE=\"x\", TYPE=\"simulator\","
                    + " FORMAT=\"JSON\")";

    private static String rule(String id) {
        return "{\"id\":\"" + id + "\",\"sql\":\"SELECT a FROM demo\",\"actions\":[{\"nop\":{}}]}";
    }

    @Test
    void whenTheServerIsStoppedAndStarted_thenStreamsAndRulesAreAsBefore() throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        distribution.takeExtra("simulator");
        try (Server first = Server.start(distribution, Map.of())) {
            first.createStream(STREAM);
            first.createRule(rule("runs"));
            first.createRule(rule("stopped"));
            first.post("/rules/stopped/stop", "");
            first.stop();
        }
        try (Server second = Server.start(distribution, Map.of())) {
            assertThat(second.get("/streams").body()).contains("demo");
            second.awaitStatus("runs", "source_demo_0_records_in_total");
            assertThat(second.get("/rules/stopped/status").body())
                    .isEqualTo("Stopped: canceled manually or by error.");
            second.stop();
        }
    }

    @Test
    void whenTheServerIsKilledWhileRulesAreCreated_thenEveryConfirmedRuleIsThere()
            throws Exception {
        Distribution distribution = Distribution.copyTo(scratch);
        distribution.takeExtra("simulator");
        List<String> confirmed = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            try (Server server = Server.start(distribution, Map.of())) {
                if (round == 0) {
                    server.createStream(STREAM);
                }
                String prefix = "r" + round + "_";
                CompletableFuture<Void> creating =
                        CompletableFuture.runAsync(() -> createRules(server, prefix, confirmed));
                Await.until(
                        "created rules",
                        java.time.Duration.ofSeconds(10),
                        () -> count(confirmed, prefix),
                        c -> c > 10);
                server.kill();
                creating.get(20, TimeUnit.SECONDS);
            }
        }
        try (Server last = Server.start(distribution, Map.of())) {
            String rules = last.get("/rules").body();
            assertThat(confirmed).allSatisfy(id -> assertThat(rules).contains('"' + id + '"'));
            assertThat(last.get("/rules/" + confirmed.get(0)).statusCode()).isEqualTo(200);
            last.stop();
        }
    }

    private static long count(List<String> confirmed, String prefix) {
        synchronized (confirmed) {
            return confirmed.stream().filter(id -> id.startsWith(prefix)).count();
        }
    }

    private static void createRules(Server server, String prefix, List<String> confirmed) {
        try {
            for (int i = 0; i < 500; i++) {
                HttpResponse<String> answer = server.post("/rules", rule(prefix + i));
                if (answer.statusCode() == 201) {
                    synchronized (confirmed) {
                        confirmed.add(prefix + i);
                    }
                }
            }
        } catch (IOException e) {
            // What this test wants, if it comes from the kill.
            assertThat(server.killed()).as(e.toString()).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
