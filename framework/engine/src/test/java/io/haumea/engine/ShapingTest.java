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
package io.haumea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.engine.fixture.Plans;
import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.source.Sharing;
import io.haumea.sql.stream.StreamDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the properties of an action shape what its sink gets. */
@Timeout(30)
class ShapingTest {

    private static final StreamDefinition STREAM = EngineBench.stream("live");

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();

    @BeforeEach
    void offer() {
        bench.plugins
                .source("live", Sharing.LIVE, spec -> source.create())
                .sink("out", spec -> sink.create());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RunningRule start(String sql, Map<String, Object> properties) {
        return bench.start(EngineBench.rule("r", STREAM, sql, Map.copyOf(properties), "out"));
    }

    @Test
    void whenThereIsATemplate_thenItMakesTheTextOfTheWholeResult() {
        // given
        start(
                "select a, b from demo",
                Map.of("dataTemplate", "{{len .}}: {{range .}}{{.a}}{{end}} {{json (index . 0)}}"));

        // when
        source.emit("{\"a\":12345678,\"b\":\"<x>\"}");

        // then
        assertThat(sink.await(1))
                .containsExactly("1: 1.2345678e+07 {\"a\":12345678,\"b\":\"\\u003cx\\u003e\"}");
    }

    @Test
    void whenThereIsATemplateAndSendSingle_thenItMakesTheTextOfEachRow() {
        // given
        start(
                "select a from demo",
                Map.of("sendSingle", true, "dataTemplate", "{\"content\":{{.a}}}"));

        // when
        source.emit("{\"a\":\"x\"}");
        source.emit("{\"a\":2.5}");

        // then
        assertThat(sink.await(2)).containsExactly("{\"content\":x}", "{\"content\":2.5}");
    }

    @Test
    void whenATemplateDoesNotFitARow_thenTheRowIsLeftOutAndCountedAndTheRuleGoesOn() {
        // given
        RunningRule rule =
                start("select a from demo", Map.of("sendSingle", true, "dataTemplate", "{{.a.b}}"));

        // when
        source.emit("{\"a\":1}");
        source.emit("{\"a\":{\"b\":2}}");

        // then
        assertThat(sink.await(1)).containsExactly("2");
        NodeMetrics metrics = EngineBench.metrics(rule, "sink");
        assertThat(metrics.exceptions()).isEqualTo(1);
        assertThat(metrics.lastException())
                .isEqualTo(
                        "template: sink:1:3: executing \"sink\" at <.a.b>: can't evaluate field b"
                                + " in type float64");
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void whenAMessageDoesNotFit_thenTheStepsOfTheRuleKeepTheReason() {
        // given
        RunningRule rule = start("select a / 0 as q from demo", Map.of());

        // when
        source.emit("{\"a\":1}");

        // then
        sink.await(1);
        assertThat(rule.metrics())
                .filteredOn(node -> node.kind().equals("op"))
                .extracting(NodeMetrics::lastException)
                .containsOnly("divided by zero");
    }

    @Test
    void whenAnErrorEventComes_thenNeitherTemplateNorSendSingleTouchIt() {
        // given
        start(
                "select a from demo where b > \"x\"",
                Map.of("sendSingle", true, "dataTemplate", "constant"));

        // when
        source.emit("{\"a\":1,\"b\":2}");

        // then: valid JSON, though the text has quotes of its own
        assertThat(sink.await(1))
                .containsExactly(
                        "[{\"error\":\"run Where error: invalid operation"
                                + " float64(2) \\u003e string(x)\"}]");
    }

    @Test
    void whenAValueIsNotOfJson_thenTheResultIsAnErrorWithATemplateToo() {
        // given: the text "NaN" is a float
        StreamDefinition typed =
                Plans.stream("CREATE STREAM demo (a FLOAT) WITH (DATASOURCE=\"d\", TYPE=\"live\")");
        bench.start(
                EngineBench.rule(
                        "r",
                        typed,
                        "select a from demo",
                        Map.of("dataTemplate", "constant"),
                        "out"));

        // when
        source.emit("{\"a\":\"NaN\"}");

        // then
        assertThat(sink.await(1))
                .containsExactly(
                        "[{\"error\":\"run Select error: json: unsupported value: NaN\"}]");
    }

    @Test
    void whenOmitIfEmpty_thenTheTemplateIsNotAskedForAnEmptyRow() {
        // given
        start("select a from demo", Map.of("omitIfEmpty", true, "dataTemplate", "constant"));

        // when
        source.emit("{\"b\":1}");
        source.emit("{\"a\":1}");

        // then
        assertThat(sink.await(1)).isEqualTo(List.of("constant"));
    }

    @Test
    void whenTheTemplateIsNone_thenTheRuleIsRefusedWithPlaceAndReason() {
        assertThatThrownBy(() -> start("select a from demo", Map.of("dataTemplate", "{{nofunc}}")))
                .isInstanceOf(HaumeaException.class)
                .hasMessage(
                        "property dataTemplate {{nofunc}} is invalid: template: sink:1:3:"
                                + " function \"nofunc\" not defined")
                .extracting(e -> ((HaumeaException) e).code())
                .isEqualTo(ErrorCode.INVALID_OPTION);
    }
}
