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

import io.haumea.server.plugins.PluginUsers;
import io.haumea.server.rule.RuleService.RuleSummary;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RulesTest extends RulesFixture {

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
    void whenAStreamHasGone_thenARestartFailsAndTheStatusTellsWhyAlsoAfterAStartOfTheServer() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));
        streams.clear();

        assertThatThrownBy(() -> rules.restart("r1"))
                .hasMessageStartingWith(
                        "fail to get stream demo, please check if stream is created");

        String why =
                "Stopped: fail to get stream demo, please check if stream is created (line 1,"
                        + " column 15).";
        assertThat(rules.list()).containsExactly(new RuleSummary("r1", why));
        assertThat(engine.running).isEmpty();
        Rules again = rules();
        again.startStored();
        assertThat(again.status("r1").text()).isEqualTo(why);
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
}
