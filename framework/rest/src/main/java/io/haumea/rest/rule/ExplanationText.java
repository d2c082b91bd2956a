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
package io.haumea.rest.rule;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.haumea.engine.rule.PlanStep;
import io.haumea.server.rule.RuleExplanation;
import io.haumea.server.rule.RuleExplanation.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations of rules, for people and for programs. */
final class ExplanationText {

    private ExplanationText() {}

    /** As text: the statement, the plan as a tree, and what it works on. */
    static String text(RuleExplanation rule) {
        StringBuilder text = new StringBuilder();
        if (!rule.id().isEmpty()) {
            text.append("Rule ").append(rule.id()).append('\n');
        }
        text.append(rule.sql()).append("\n\nPlan\n");
        for (PlanStep step : rule.steps()) {
            text.append("  ".repeat(step.depth() + 1)).append(step.text()).append('\n');
            if (!step.state().isEmpty()) {
                text.append("  ".repeat(step.depth() + 1))
                        .append("  (keeps: ")
                        .append(step.state())
                        .append(")\n");
            }
        }
        text.append("\nReads\n");
        for (RuleExplanation.Input input : rule.inputs()) {
            text.append("  stream ")
                    .append(input.stream())
                    .append(" (")
                    .append(input.type())
                    .append(", ")
                    .append(input.format())
                    .append("): ")
                    .append(input.columns().isEmpty() ? "no columns" : typed(input.columns()))
                    .append('\n');
        }
        text.append("\nGives\n  ").append(typed(rule.result())).append('\n');
        if (!rule.warnings().isEmpty()) {
            text.append("\nWarnings\n");
            rule.warnings().forEach(warning -> text.append("  ").append(warning).append('\n'));
        }
        return text.toString();
    }

    private static String typed(List<Value> values) {
        return values.stream()
                .map(value -> value.name() + " " + value.type())
                .collect(Collectors.joining(", "));
    }

    /** As JSON: the same, with steps nested into each other and the types of all slots. */
    static JsonObject json(RuleExplanation rule) {
        JsonObject json = new JsonObject();
        json.addProperty("id", rule.id());
        json.addProperty("sql", rule.sql());
        json.add("plan", plan(rule.steps()));
        JsonArray inputs = new JsonArray();
        for (RuleExplanation.Input input : rule.inputs()) {
            JsonObject object = new JsonObject();
            object.addProperty("stream", input.stream());
            object.addProperty("type", input.type());
            object.addProperty("format", input.format());
            object.add("columns", values(input.columns()));
            inputs.add(object);
        }
        json.add("inputs", inputs);
        json.add("slots", values(rule.slots()));
        json.add("result", values(rule.result()));
        JsonArray warnings = new JsonArray();
        rule.warnings().forEach(warnings::add);
        json.add("warnings", warnings);
        return json;
    }

    private static JsonArray values(List<Value> values) {
        JsonArray array = new JsonArray();
        for (Value value : values) {
            JsonObject object = new JsonObject();
            object.addProperty("name", value.name());
            object.addProperty("type", value.type());
            array.add(object);
        }
        return array;
    }

    private static JsonObject plan(List<PlanStep> steps) {
        Deque<JsonObject> open = new ArrayDeque<>();
        JsonObject root = new JsonObject();
        for (PlanStep step : steps) {
            JsonObject object = new JsonObject();
            object.addProperty("step", step.name());
            object.addProperty("text", step.text());
            if (!step.state().isEmpty()) {
                object.addProperty("keeps", step.state());
            }
            object.add("inputs", new JsonArray());
            while (open.size() > step.depth()) {
                open.pop();
            }
            if (open.isEmpty()) {
                root = object;
            } else {
                open.element().getAsJsonArray("inputs").add(object);
            }
            open.push(object);
        }
        return root;
    }
}
