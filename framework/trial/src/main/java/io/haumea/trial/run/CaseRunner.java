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
package io.haumea.trial.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.haumea.engine.SteppedEngine;
import io.haumea.engine.port.Contributions;
import io.haumea.engine.rule.ActionSpec;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.RuleQuery;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.trial.cases.CaseResult;
import io.haumea.trial.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs cases, each on an engine of its own and in a time of its own, on the caller's thread. Keeps
 * nothing between cases; may be used by several threads.
 */
public final class CaseRunner {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final long SEED = 42;

    private final Contributions contributions;
    private final FunctionCatalog functions;

    /**
     * Runs with these plugins.
     *
     * @param contributions finds formats; sources and sinks are not asked for
     * @param functions finds functions
     */
    public CaseRunner(Contributions contributions, FunctionCatalog functions) {
        this.contributions = contributions;
        this.functions = functions;
    }

    /**
     * Runs a case.
     *
     * @param given the case
     * @return what its sink got, or why there is nothing
     */
    public CaseResult run(RuleCase given) {
        String problem = given.rule().options().problem();
        if (problem != null) {
            return CaseResult.refused(problem);
        }
        CaseStreams streams;
        LogicalPlan plan;
        try {
            streams = new CaseStreams(given.streams());
        } catch (SqlException e) {
            return CaseResult.refused(e.located());
        }
        String sql = given.rule().sql();
        try {
            AnalysisOptions options =
                    new AnalysisOptions(
                            given.rule().options().windowTime(),
                            given.rule().options().sendMetaToSink());
            plan = RuleQuery.plan(sql, options, streams, functions);
        } catch (SqlException e) {
            return CaseResult.refused(RuleQuery.refusal(sql, e));
        }
        String stray = strayInput(given, streams);
        return stray == null ? run(given, plan, new FedSource(streams)) : CaseResult.broken(stray);
    }

    /** A misspelt stream would otherwise let a case pass that expects nothing. */
    private static @Nullable String strayInput(RuleCase given, CaseStreams streams) {
        for (RuleCase.Input input : given.input()) {
            if (streams.find(input.stream()).isEmpty()) {
                return "its input at "
                        + input.atMillis()
                        + " ms is for the stream "
                        + input.stream()
                        + ", which it does not create; it has "
                        + String.join(", ", streams.names());
            }
        }
        return null;
    }

    private CaseResult run(RuleCase given, LogicalPlan plan, FedSource source) {
        CapturingSink sink = new CapturingSink();
        List<Throwable> defects = new ArrayList<>();
        try (SteppedEngine engine =
                new SteppedEngine(
                        new CaseContributions(contributions, source, sink),
                        given.startMillis(),
                        () -> new SplittableRandom(SEED),
                        defects::add)) {
            RunningRule rule;
            try {
                rule = engine.start(spec(given, plan), defects::add);
            } catch (HaumeaException e) {
                return CaseResult.refused(e.getMessage());
            }
            feed(given, engine, source);
            List<String> output = output(sink, given.rule().hasTemplate());
            return new CaseResult(
                    output,
                    rule.metrics(),
                    null,
                    defects.isEmpty() ? null : "the rule failed: " + defects.get(0));
        }
    }

    private static RuleSpec spec(RuleCase given, LogicalPlan plan) {
        List<InputSpec> inputs =
                plan.inputs().stream().map(stream -> new InputSpec(stream, Map.of())).toList();
        return new RuleSpec(
                given.id(),
                plan,
                inputs,
                List.of(new ActionSpec("trial", 0, given.rule().sink())),
                given.rule().options().usable());
    }

    /** At one instant timers go first, then what comes in; everything settles before the next. */
    private static void feed(RuleCase given, SteppedEngine engine, FedSource source) {
        engine.settle();
        for (RuleCase.Input input : given.input()) {
            if (input.atMillis() > given.endMillis()) {
                break;
            }
            engine.advanceTo(input.atMillis());
            source.emit(input);
            engine.settle();
        }
        engine.advanceTo(given.endMillis());
    }

    private static List<String> output(CapturingSink sink, boolean template) {
        List<String> output = new ArrayList<>();
        for (CapturingSink.Sent sent : sink.sent()) {
            output.add(template && !sent.error() ? GSON.toJson(sent.text()) : sent.text());
        }
        return output;
    }
}
