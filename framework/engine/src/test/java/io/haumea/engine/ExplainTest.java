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

import io.haumea.engine.fixture.Plans;
import io.haumea.engine.rule.PlanStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {

    @Test
    void whenAWindowIsIncremental_thenItsStateIsAccumulatorsAndNoRows() {
        // when
        List<PlanStep> steps =
                Engine.explain(
                        Plans.plan(
                                Plans.stream("CREATE STREAM demo (a BIGINT) WITH ()"),
                                "SELECT a, count(*) AS c FROM demo WHERE a > 1 GROUP BY a,"
                                        + " TUMBLINGWINDOW(ss, 10)"));

        // then
        assertThat(steps)
                .extracting(PlanStep::name)
                .containsExactly("Project", "Aggregate", "Filter", "Window", "Scan");
        assertThat(steps).extracting(PlanStep::depth).containsExactly(0, 1, 2, 3, 4);
        assertThat(steps.get(1).state())
                .isEqualTo("first row and accumulators of each group in each pane");
        assertThat(steps.get(3).state()).doesNotStartWith("rows of the window").isNotEmpty();
        assertThat(steps.get(2).state()).isEmpty();
    }

    @Test
    void whenAWindowIsNotAggregated_thenItKeepsRows() {
        // when
        List<PlanStep> steps =
                Engine.explain(
                        Plans.plan(
                                Plans.stream("CREATE STREAM demo (a BIGINT) WITH ()"),
                                "SELECT a FROM demo GROUP BY TUMBLINGWINDOW(ss, 10)"));

        // then
        assertThat(steps.get(1).name()).isEqualTo("Window");
        assertThat(steps.get(1).state()).startsWith("rows of the window");
    }
}
