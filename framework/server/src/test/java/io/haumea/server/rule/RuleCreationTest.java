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
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCreationTest extends RulesFixture {

    @Test
    void whenARuleIsCreated_thenItRunsAndIsStored() {
        Rules rules = rules();

        assertThat(rules.create(rule("r1", "SELECT * FROM demo", "log")))
                .isEqualTo(new CreatedRule("r1", List.of()));

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
                "{\"id\":\"r\",\"sql\":\"SELECT * FROM demo\",\"actions\":[{\"log\":{}},{}]} |"
                        + " Missing rule actions: action 1 names no sink",
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

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/", "..", ".", "a%2Fb", "a;b", " a", "a\\\\b", "a\\u0001"})
    void whenAnIdCouldNotBeAskedFor_thenItIsRefused(String id) {
        Rules rules = rules();

        assertThatThrownBy(() -> rules.create(rule(id, "SELECT * FROM demo", "log")))
                .hasMessageStartingWith("Invalid rule id '");

        assertThat(rules.list()).isEmpty();
    }
}
