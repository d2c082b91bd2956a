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
package io.haumea.server.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.engine.rule.RuleOptions;
import io.haumea.sdk.data.Schema;
import io.haumea.server.config.SourceProperties;
import io.haumea.server.plugins.PluginUsers;
import io.haumea.server.rule.RuleService.RuleSummary;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RulesTest {

    private static final String CANCELED = "Stopped: canceled manually or by error.";

    @TempDir Path data;

    private final FakeEngine engine = new FakeEngine();
    private final Map<String, StreamDefinition> streams =
            new ConcurrentHashMap<>(
                    Map.of(
                            "demo",
                            new StreamDefinition("demo", Schema.NONE, Map.of("TYPE", "mqtt"))));

    @Test
    void whenARuleIsCreated_thenItRunsAndIsStored() {
        Rules rules = rules();

        assertThat(rules.create(rule("r1", "SELECT * FROM demo", "log"))).isEqualTo("r1");

        assertThat(rules.list()).containsExactly(new RuleSummary("r1", "Running"));
        assertThat(rules.status("r1").running()).isTrue();
        assertThat(rules.status("r1").metrics()).hasSize(1);
        assertThat(data.resolve("rules/r1.json")).exists();
    }

    @Test
    void whenARuleIsDescribed_thenKeysAreInTheReferencesOrderAndOptionsComplete() {
        Rules rules = rules();
        rules.create(
                "{\"sql\":\"SELECT a FROM demo WHERE a > 1\",\"ID\":\"r1\",\"extra\":1,\"actions\":"
                        + "[{\"log\":{\"topic\":\"<t>\",\"qos\":1,\"b\":{\"z\":1.50,\"a\":null}}}],"
                        + "\"options\":{\"qos\":1,\"bufferlength\":7}}");

        assertThat(rules.describe("r1"))
                .isEqualTo(
                        "{\"triggered\":true,\"id\":\"r1\","
                                + "\"sql\":\"SELECT a FROM demo WHERE a \\u003e 1\","
                                + "\"actions\":[{\"log\":{\"b\":{\"a\":null,\"z\":1.50},\"qos\":1,"
                                + "\"topic\":\"\\u003ct\\u003e\"}}],"
                                + "\"options\":{\"isEventTime\":false,\"lateTolerance\":1000,"
                                + "\"concurrency\":1,\"bufferLength\":7,\"sendMetaToSink\":false,"
                                + "\"qos\":1,\"checkpointInterval\":300000}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`  | Parse rule {` error : ",
                "[]  | Parse rule [] error : it is no JSON object.",
                "{}  | Missing rule id.",
                "{\"id\":\"r\"} | Missing rule SQL.",
                "{\"id\":\"r\",\"sql\":\"SELECT * FROM demo\"} | Missing rule actions.",
                "{\"id\":\"r\",\"sql\":\"SELECT * FROM demo\",\"actions\":[]} | Missing rule"
                        + " actions.",
            })
    void whenARuleLacksSomething_thenTheReferencesTextIsGiven(String json, String message) {
        Rules rules = rules();

        assertThatThrownBy(() -> rules.create(json))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith(message);
        assertThat(rules.list()).isEmpty();
    }

    @Test
    void whenAnOptionIsNegative_thenItIsNamed() {
        assertThatThrownBy(
                        () ->
                                rules().create(
                                                "{\"id\":\"r\",\"sql\":\"SELECT * FROM"
                                                    + " demo\",\"actions\":"
                                                    + "[{\"log\":{}}],\"options\":{\"concurrency\":-1}}"))
                .hasMessage("rule option concurrency -1 is invalid, require a positive integer");
    }

    @Test
    void whenOptionsAreNull_thenAllAreZeroButTheRuleCanRun() {
        Rules rules = rules();

        rules.create(
                "{\"id\":\"r\",\"sql\":\"SELECT * FROM demo\",\"actions\":[{\"log\":{}}],"
                        + "\"options\":null}");

        assertThat(rules.describe("r")).contains("\"bufferLength\":0");
        assertThat(engine.running.get("r").spec.options().bufferLength()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM no | fail to get stream no, please check if stream is created",
                "DROP STREAM demo | SQL DROP STREAM demo is not a select statement.",
                "SELECT * FRM demo | Parse SQL SELECT * FRM demo error: found \"FRM\", expected"
                        + " FROM.. (line 1, column 10)",
            })
    void whenARuleDoesNotCompile_thenItIsRefusedAndNothingIsStored(String sql, String message) {
        Rules rules = rules();

        assertThatThrownBy(() -> rules.create(rule("r1", sql, "log")))
                .isInstanceOfSatisfying(
                        RuleException.class, e -> assertThat(e.notFound()).isFalse())
                .hasMessageStartingWith(message);

        assertThat(rules.list()).isEmpty();
        assertThat(rules().list()).isEmpty();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));
    }

    @Test
    void whenASinkOrFunctionIsMissing_thenTheRuleIsRefusedAndNothingStaysLeased() {
        Rules rules = rules();
        engine.functions.put("same", "acme.functions");

        assertThatThrownBy(() -> rules.create(rule("r", "SELECT same(a) FROM demo", "nosink")))
                .hasMessage("no plugin offers the sink 'nosink'");
        assertThatThrownBy(() -> rules.create(rule("r", "SELECT nofun(a) FROM demo", "log")))
                .hasMessageStartingWith("Parse SQL SELECT nofun(a) FROM demo error: ");

        assertThat(engine.functionsOut).hasValue(0);
        assertThat(rules.list()).isEmpty();
    }

    @Test
    void whenAnActionHasNoObject_thenTheReferencesTextIsGiven() {
        assertThatThrownBy(
                        () ->
                                rules().create(
                                                "{\"id\":\"r\",\"sql\":\"SELECT * FROM demo\","
                                                        + "\"actions\":[{\"log\":3}]}"))
                .hasMessage(
                        "expect map[string]interface{} type for the action properties, but found"
                                + " 3");
    }

    @Test
    void whenAnIdIsTaken_thenTheSecondIsRefusedAndTheFirstGoesOn() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThatThrownBy(() -> rules.create(rule("r1", "SELECT a FROM demo", "log")))
                .hasMessage("Item r1 already exists");

        assertThat(rules.status("r1").running()).isTrue();
        assertThat(engine.starts).hasValue(1);
    }

    @Test
    void whenARuleIsStoppedAndStarted_thenItsStatusAndMeaningFollow() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThat(rules.stop("r1")).isTrue();
        assertThat(rules.status("r1").text()).isEqualTo(CANCELED);
        assertThat(rules.describe("r1")).contains("\"triggered\":false");
        assertThat(rules.stop("r1")).isFalse();
        assertThat(rules.stop("no")).isFalse();
        assertThat(engine.running).isEmpty();

        rules.start("r1");
        rules.start("r1");
        assertThat(rules.status("r1").running()).isTrue();
        assertThat(rules.describe("r1")).contains("\"triggered\":true");
        assertThat(engine.starts).hasValue(2);

        rules.restart("r1");
        assertThat(engine.starts).hasValue(3);
    }

    @Test
    void whenAStreamHasGone_thenARestartFailsAndTheRuleStaysStopped() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));
        streams.clear();

        assertThatThrownBy(() -> rules.restart("r1"))
                .hasMessage("fail to get stream demo, please check if stream is created");

        assertThat(rules.list()).containsExactly(new RuleSummary("r1", CANCELED));
    }

    @Test
    void whenThereIsNoSuchRule_thenTheReferencesTextsAreGiven() {
        Rules rules = rules();

        assertNotFound(() -> rules.describe("no"), "Rule no is not found.");
        assertNotFound(() -> rules.drop("no"), "no is not found");
        assertNotFound(() -> rules.start("no"), "Rule no is not found.");
        assertNotFound(() -> rules.restart("no"), "Rule no is not found.");
        assertNotFound(() -> rules.status("no"), "Rule no is not found");
    }

    @Test
    void whenARuleIsDropped_thenItIsGoneForGood() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        rules.drop("r1");

        assertNotFound(() -> rules.status("r1"), "Rule r1 is not found");
        assertThat(engine.running).isEmpty();
        assertThat(rules().list()).isEmpty();
    }

    @Test
    void whenTheServerStartsAgain_thenWhatRanRunsAndWhatWasStoppedDoesNot() throws Exception {
        Rules rules = rules();
        rules.create(rule("runs", "SELECT * FROM demo", "log"));
        rules.create(rule("stopped", "SELECT * FROM demo", "log"));
        rules.stop("stopped");
        engine.running.clear();
        Files.writeString(data.resolve("rules/.runs.json.tmp"), "{\"id\":");
        Files.writeString(data.resolve("rules/broken.json"), "{\"id\":");

        Rules restarted = rules();
        assertThat(restarted.list())
                .containsExactly(
                        new RuleSummary("runs", CANCELED), new RuleSummary("stopped", CANCELED));
        restarted.startStored();

        assertThat(engine.running).containsOnlyKeys("runs");
        assertThat(restarted.list())
                .containsExactly(
                        new RuleSummary("runs", "Running"), new RuleSummary("stopped", CANCELED));
    }

    @Test
    void whenAPluginIsMissingAtStart_thenTheRuleWaitsAndStartsWhenItComes() {
        engine.sinks.put("acme", "acme.sink");
        engine.functions.put("same", "acme.functions");
        Rules rules = rules();
        rules.create(rule("sink", "SELECT * FROM demo", "acme"));
        rules.create(rule("function", "SELECT same(a) FROM demo", "log"));
        engine.sinks.remove("acme");
        engine.functions.clear();

        Rules restarted = rules();
        restarted.startStored();
        assertThat(restarted.status("sink").text())
                .isEqualTo("Waiting: no plugin offers the sink 'acme'.");
        assertThat(restarted.status("function").text())
                .isEqualTo("Waiting: no plugin offers the function 'same'.");

        engine.sinks.put("acme", "acme.sink");
        engine.functions.put("same", "acme.functions");
        restarted.pluginsChanged();
        await(() -> restarted.status("sink").running() && restarted.status("function").running());

        assertThat(restarted.rulesOf("acme.sink")).containsExactly("sink");
        assertThat(restarted.rulesOf("acme.functions")).containsExactly("function");
    }

    @Test
    void whenAWaitingRuleIsStopped_thenItDoesNotStartWhenThePluginComes() {
        engine.sinks.put("acme", "acme.sink");
        rules().create(rule("r1", "SELECT * FROM demo", "acme"));
        engine.sinks.remove("acme");
        Rules restarted = rules();
        restarted.startStored();

        assertThat(restarted.stop("r1")).isTrue();
        engine.sinks.put("acme", "acme.sink");
        restarted.suspend("another").end();

        assertThat(restarted.status("r1").text()).isEqualTo(CANCELED);
    }

    @Test
    void whenAPluginIsReplaced_thenItsRulesRestartAndOthersNoticeNothing() {
        engine.sinks.put("acme", "acme.sink");
        Rules rules = rules();
        rules.create(rule("uses", "SELECT * FROM demo", "acme"));
        rules.create(rule("other", "SELECT * FROM demo", "log"));
        FakeEngine.Running other = engine.running.get("other");

        PluginUsers.Suspension pause = rules.suspend("acme.sink");
        assertThat(rules.status("uses").text()).startsWith("Waiting: the plugin acme.sink");
        assertThat(engine.running).containsOnlyKeys("other");
        pause.end();

        assertThat(rules.status("uses").running()).isTrue();
        assertThat(engine.running.get("other")).isSameAs(other);
        assertThat(engine.starts).hasValue(3);
    }

    @Test
    void whenAPluginIsRemoved_thenItsRulesWaitWithTheReason() {
        engine.sinks.put("acme", "acme.sink");
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "acme"));

        PluginUsers.Suspension pause = rules.suspend("acme.sink");
        engine.sinks.remove("acme");
        pause.end();

        assertThat(rules.list())
                .containsExactly(
                        new RuleSummary("r1", "Waiting: no plugin offers the sink 'acme'."));
        assertThat(rules.describe("r1")).contains("\"triggered\":true");
    }

    @Test
    void whenARunFails_thenTheReasonIsItsStatusAndItCanBeStartedAgain() {
        engine.functions.put("same", "acme.functions");
        Rules rules = rules();
        rules.create(rule("r1", "SELECT same(a) FROM demo", "log"));
        assertThat(engine.functionsOut).hasPositiveValue();

        engine.running.get("r1").fail(new IllegalStateException("connection refused"));

        assertThat(rules.list())
                .containsExactly(new RuleSummary("r1", "Stopped: connection refused."));
        assertThat(engine.functionsOut).hasValue(0);
        rules.start("r1");
        assertThat(rules.status("r1").running()).isTrue();
        assertThat(rules.stop("r1")).isTrue();
    }

    @Test
    void whenARuleUsesSecrets_thenTheSinkGetsThemAndTheDescriptionDoesNot() throws Exception {
        Files.createDirectories(data.resolve("etc/secrets"));
        Files.writeString(data.resolve("etc/secrets/token"), "s3cret\n");
        Rules rules = rules();

        rules.create(
                "{\"id\":\"r1\",\"sql\":\"SELECT * FROM demo\",\"actions\":[{\"log\":{\"token\":"
                        + "\"${file:secrets/token}\"}}]}");

        assertThat(engine.running.get("r1").spec.actions().get(0).properties())
                .containsEntry("token", "s3cret");
        assertThat(rules.describe("r1")).doesNotContain("s3cret");
    }

    @Test
    void whenTheDiskIsFull_thenTheRuleIsRefusedAndDoesNotRun() throws Exception {
        Files.writeString(data.resolve("rules"), "a file in the way of the folder");
        Rules rules = rules();

        assertThatThrownBy(() -> rules.create(rule("r1", "SELECT * FROM demo", "log")))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("cannot write ");

        assertThat(engine.running).isEmpty();
        assertThat(rules.list()).isEmpty();
    }

    private static void assertNotFound(Runnable command, String message) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(RuleException.class, e -> assertThat(e.notFound()).isTrue())
                .hasMessage(message);
    }

    private static String rule(String id, String sql, String sink) {
        return "{\"id\":\""
                + id
                + "\",\"sql\":\""
                + sql
                + "\",\"actions\":[{\""
                + sink
                + "\":{}}]}";
    }

    private Rules rules() {
        return new Rules(
                data.resolve("rules"),
                new RuleParser(RuleOptions.DEFAULTS),
                new RuleLauncher(
                        engine,
                        new MapCatalog(streams),
                        engine,
                        new SourceProperties(data.resolve("etc"), Map.of())));
    }

    private record MapCatalog(Map<String, StreamDefinition> streams) implements StreamCatalog {
        @Override
        public Optional<StreamDefinition> find(String name) {
            return Optional.ofNullable(streams.get(name));
        }

        @Override
        public Collection<String> names() {
            return streams.keySet();
        }
    }

    private static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
