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

import io.haumea.engine.Engine;
import io.haumea.server.plugins.FunctionLeases;
import io.haumea.server.rule.RuleExplanation.Input;
import io.haumea.server.rule.RuleExplanation.Value;
import io.haumea.server.rule.RulePlanner.Planned;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import io.haumea.sql.plan.Slot;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;

/** Explains rules without running them. */
final class RuleExplainer {

    private final RulePlanner planner;
    private final FunctionLeases functions;
    private final RuleWarnings warnings;

    RuleExplainer(RulePlanner planner, FunctionLeases functions, RuleWarnings warnings) {
        this.planner = planner;
        this.functions = functions;
        this.warnings = warnings;
    }

    /**
     * Explains a rule.
     *
     * @throws RuleException if it can't be understood
     */
    RuleExplanation explain(RuleDefinition rule) {
        LeasedFunctions leased = new LeasedFunctions(functions);
        try {
            Planned planned = planner.plan(rule, leased);
            LogicalPlan plan = planned.plan();
            return new RuleExplanation(
                    rule.id(),
                    rule.sql(),
                    inputs(plan),
                    plan.slots().stream().map(RuleExplainer::value).toList(),
                    Engine.explain(plan),
                    plan.root().columns().stream().map(RuleExplainer::result).toList(),
                    warnings.of(rule, planned));
        } catch (CannotRun e) {
            throw new RuleException(e.text(), false);
        } finally {
            leased.close();
        }
    }

    private static List<Input> inputs(LogicalPlan plan) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < plan.inputs().size(); i++) {
            StreamDefinition stream = plan.inputs().get(i);
            int input = i;
            List<Value> columns =
                    plan.slots().stream()
                            .filter(slot -> comesFrom(slot, input))
                            .map(RuleExplainer::value)
                            .toList();
            inputs.add(new Input(stream.name(), stream.type(), stream.format(), columns));
        }
        return inputs;
    }

    private static boolean comesFrom(Slot slot, int input) {
        return (slot instanceof Slot.Column column && column.input() == input)
                || (slot instanceof Slot.Whole whole && whole.input() == input)
                || (slot instanceof Slot.MetadataOf metadata && metadata.input() == input);
    }

    private static Value value(Slot slot) {
        return new Value(slot.name(), slot.type().text());
    }

    private static Value result(OutputColumn column) {
        return column instanceof OutputColumn.Value value
                ? new Value(value.name(), value.value().type().text())
                : new Value("*", "any");
    }
}
