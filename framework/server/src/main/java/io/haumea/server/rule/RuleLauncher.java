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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.rule.RuleListener;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.server.config.SourceProperties;
import io.haumea.server.plugins.FunctionLeases;
import io.haumea.server.rule.RulePlanner.Planned;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a definition into a running rule: parse, analyse, look up properties, start. */
final class RuleLauncher {

    private static final Gson GSON =
            new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
    private static final TypeToken<Map<String, @Nullable Object>> PROPERTIES = new TypeToken<>() {};

    private final RuleEngine engine;
    private final RulePlanner planner;
    private final FunctionLeases functions;
    private final SourceProperties properties;

    RuleLauncher(
            RuleEngine engine,
            RulePlanner planner,
            FunctionLeases functions,
            SourceProperties properties) {
        this.engine = engine;
        this.planner = planner;
        this.functions = functions;
        this.properties = properties;
    }

    /** A rule that runs, and what was made of its statement. */
    record Launched(Run run, Planned planned) {}

    /**
     * Starts a rule.
     *
     * @param listener hears if it ends by itself
     * @throws CannotRun if it can't run now; then nothing of it is left
     */
    Launched start(RuleDefinition rule, RuleListener listener) throws CannotRun {
        LeasedFunctions leased = new LeasedFunctions(functions);
        boolean started = false;
        try {
            Planned planned = planner.plan(rule, leased);
            LogicalPlan plan = planned.plan();
            RuleSpec spec =
                    new RuleSpec(
                            rule.id(), plan, inputs(plan), actions(rule), rule.options().usable());
            Run run = new Run(engine.start(spec, listener), leased);
            started = true;
            return new Launched(run, planned);
        } catch (MissingContributionException e) {
            throw new CannotRun(e.getMessage(), e.getMessage(), e);
        } catch (HaumeaException e) {
            throw new CannotRun(e.getMessage(), null, e);
        } finally {
            if (!started) {
                leased.close();
            }
        }
    }

    private List<InputSpec> inputs(LogicalPlan plan) {
        List<InputSpec> inputs = new ArrayList<>();
        for (StreamDefinition stream : plan.inputs()) {
            inputs.add(
                    new InputSpec(
                            stream,
                            properties.source(
                                    stream.type(), stream.option("CONF_KEY").orElse(null))));
        }
        return inputs;
    }

    private List<ActionSpec> actions(RuleDefinition rule) throws CannotRun {
        List<ActionSpec> actions = new ArrayList<>();
        for (int i = 0; i < rule.actions().size(); i++) {
            for (Map.Entry<String, JsonElement> sink : rule.actions().get(i).entrySet()) {
                String owner = "action " + i + " (" + sink.getKey() + ") of rule " + rule.id();
                actions.add(
                        new ActionSpec(
                                sink.getKey(), i, properties.action(map(sink.getValue()), owner)));
            }
        }
        return actions;
    }

    private static Map<String, @Nullable Object> map(JsonElement properties) throws CannotRun {
        if (properties instanceof JsonObject object) {
            return GSON.fromJson(object, PROPERTIES);
        }
        String text =
                "expect map[string]interface{} type for the action properties, but found "
                        + (properties.isJsonNull() ? "<nil>" : properties.toString());
        throw new CannotRun(text, null, new IllegalArgumentException(text));
    }
}
