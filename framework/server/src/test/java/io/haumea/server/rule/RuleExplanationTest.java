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

import io.haumea.engine.rule.PlanStep;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Schema;
import io.haumea.server.rule.RuleExplanation.Value;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleExplanationTest extends RulesFixture {

    @BeforeEach
    void typedStream() {
        Schema schema =
                new Schema(
                        List.of(
                                new Field("temperature", DataType.FLOAT),
                                new Field("humidity", DataType.BIGINT)));
        streams.put("typed", new StreamDefinition("typed", schema, Map.of("TYPE", "mqtt")));
        streams.put(
                "keyed",
                new StreamDefinition(
                        "keyed", schema, Map.of("TYPE", "mqtt", "CONF_KEY", "demo_con")));
    }

    @Test
    void whenARuleIsExplained_thenStepsColumnsTypesAndResultAreThere() {
        Rules rules = rules();
        rules.create(rule("r1", "SELECT humidity + 1 AS h FROM typed WHERE humidity > 5", "log"));

        RuleExplanation explanation = rules.explain("r1");

        assertThat(explanation.id()).isEqualTo("r1");
        assertThat(explanation.steps())
                .extracting(PlanStep::name)
                .startsWith("Project")
                .contains("Filter")
                .endsWith("Scan");
        assertThat(explanation.inputs())
                .containsExactly(
                        new RuleExplanation.Input(
                                "typed", "mqtt", "json", List.of(new Value("humidity", "bigint"))));
        assertThat(explanation.result()).extracting(Value::name).containsExactly("h");
        assertThat(explanation.warnings()).isEmpty();
    }

    @Test
    void whenTheRuleIsNotThere_thenItCanBeExplainedFromItsJson() {
        Rules rules = rules();

        RuleExplanation explanation =
                rules.explainUnsaved("{\"sql\":\"SELECT humidity FROM typed\"}");

        assertThat(explanation.id()).isEmpty();
        assertThat(explanation.result()).containsExactly(new Value("humidity", "bigint"));
        assertThat(rules.list()).isEmpty();
        assertNotFound(() -> rules.explain("no"), "Rule no is not found.");
        assertThatThrownBy(() -> rules.explainUnsaved("{\"sql\":\"SELECT a FROM no\"}"))
                .hasMessageStartingWith("fail to get stream no");
        assertThatThrownBy(() -> rules.explainUnsaved("{}")).hasMessage("Missing rule SQL.");
    }

    @Test
    void whenAColumnIsNotDeclared_thenTheCreationWarns() {
        assertThat(rules().create(rule("r1", "SELECT temprature FROM typed", "log")).warnings())
                .containsExactly(
                        "Stream typed declares no column temprature, so it is always NULL here."
                                + " Did you mean 'temperature'? (line 1, column 8)");
    }

    @Test
    void whenAnActionHasAnUnknownOption_thenTheCreationWarns() {
        assertThat(
                        rules().create(
                                        "{\"id\":\"r1\",\"sql\":\"SELECT * FROM demo\",\"actions\":"
                                            + "[{\"log\":{\"LEVEL\":\"x\",\"sendsingle\":true}},"
                                            + "{\"log\":{\"levle\":\"x\"}}]}")
                                .warnings())
                .containsExactly(
                        "Action 1: the sink log has no option 'levle', so it has no effect. Did"
                                + " you mean 'level'?");
    }

    @Test
    void whenAConfKeyHasNoSection_thenTheCreationWarns() throws Exception {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                data.resolve("etc/mqtt_source.yaml"), "default: {qos: 1}\ndemo_conf: {qos: 0}\n");

        assertThat(rules().create(rule("r1", "SELECT humidity FROM keyed", "log")).warnings())
                .singleElement()
                .asString()
                .startsWith("Stream keyed: there is no section 'demo_con' in ")
                .endsWith("mqtt_source.yaml, so CONF_KEY has no effect. Did you mean 'demo_conf'?");
    }
}
