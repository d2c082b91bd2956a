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

import io.haumea.server.rule.RuleService.CreatedRule;
import io.haumea.server.rule.RuleService.RuleSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReplacementTest extends RulesFixture {

    @Test
    void whenARuleIsReplaced_thenTheNewOneRunsAndIsStored() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThat(
                        rules.replace(
                                "r1",
                                "{\"sql\":\"SELECT a FROM demo\",\"actions\":[{\"log\":{}}]}"))
                .isEqualTo(new CreatedRule("r1", List.of()));

        assertThat(engine.running.get("r1").spec.plan().sql()).isEqualTo("SELECT a FROM demo");
        assertThat(engine.running).hasSize(1);
        assertThat(rules().describe("r1")).contains("SELECT a FROM demo");
    }

    @Test
    void whenTheNewOneDoesNotCompile_thenTheOldOneNeverStops() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThatThrownBy(() -> rules.replace("r1", rule("r1", "SELECT * FROM no", "log")))
                .hasMessageStartingWith("fail to get stream no");

        assertThat(engine.starts).hasValue(1);
        assertThat(rules.list()).containsExactly(new RuleSummary("r1", "Running"));
        assertThat(rules.describe("r1")).contains("FROM demo");
    }

    @Test
    void whenTheNewOneCannotStart_thenTheOldOneStartsAgain() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThatThrownBy(() -> rules.replace("r1", rule("r1", "SELECT a FROM demo", "nosink")))
                .hasMessage("no plugin offers the sink 'nosink'");

        assertThat(rules.list()).containsExactly(new RuleSummary("r1", "Running"));
        assertThat(rules().describe("r1")).contains("SELECT * FROM demo");
        assertThat(engine.running.get("r1").spec.plan().sql()).isEqualTo("SELECT * FROM demo");
    }

    @Test
    void whenAStoppedRuleCannotBeReplaced_thenItStaysStopped() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));
        rules.stop("r1");

        assertThatThrownBy(() -> rules.replace("r1", rule("r1", "SELECT a FROM demo", "nosink")))
                .isInstanceOf(RuleException.class);

        assertThat(rules.list()).containsExactly(new RuleSummary("r1", CANCELED));
        assertThat(engine.running).isEmpty();
    }

    @Test
    void whenTheIdsDiffer_thenItIsRefused() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT * FROM demo", "log"));

        assertThatThrownBy(() -> rules.replace("r1", rule("r2", "SELECT a FROM demo", "log")))
                .hasMessage("Name is not consistent with rule id: the rule is r1, not r2");
        assertNotFound(
                () -> rules.replace("no", rule("no", "SELECT a FROM demo", "log")),
                "Rule no is not found.");
    }
}
