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
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.Call;
import io.haumea.rest.http.Json;
import io.haumea.rest.http.Need;
import io.haumea.rest.http.RequestRefused;
import io.haumea.rest.http.Route;
import io.haumea.server.rule.RuleException;
import io.haumea.server.rule.RuleExplanation;
import io.haumea.server.rule.RuleService;
import io.haumea.server.rule.RuleService.CreatedRule;
import io.haumea.server.rule.RuleService.RuleStatus;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** The paths below {@code /rules}. */
public final class RuleRoutes {

    private final RuleService rules;
    private final MetricsText metrics;

    /**
     * Serves these rules.
     *
     * @param rules the rules
     * @param zone the zone in which times are told
     */
    public RuleRoutes(RuleService rules, ZoneId zone) {
        this.rules = rules;
        this.metrics = new MetricsText(zone);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/rules", Need.VIEW, this::list),
                new Route("POST", "/rules", Need.EDIT, this::create),
                new Route("GET", "/rules/{name}", Need.VIEW, this::describe),
                new Route("PUT", "/rules/{name}", Need.EDIT, this::replace),
                new Route("DELETE", "/rules/{name}", Need.EDIT, this::drop),
                new Route("GET", "/rules/{name}/explain", Need.VIEW, this::explain),
                new Route("POST", "/explain", Need.VIEW, this::explainUnsaved),
                new Route("GET", "/rules/{name}/status", Need.VIEW, this::status),
                new Route("POST", "/rules/{name}/start", Need.EDIT, this::start),
                new Route("POST", "/rules/{name}/stop", Need.EDIT, this::stop),
                new Route("POST", "/rules/{name}/restart", Need.EDIT, this::restart));
    }

    private Answer list(Call call) {
        JsonArray list = new JsonArray();
        rules.list()
                .forEach(
                        rule -> {
                            JsonObject object = new JsonObject();
                            object.addProperty("id", rule.id());
                            object.addProperty("status", rule.status());
                            list.add(object);
                        });
        return Answer.json(list);
    }

    private Answer create(Call call) throws RequestRefused, IOException {
        String body = call.text();
        return orError(
                "Create rule error: ",
                () -> told(201, rules.create(body), " was created successfully."));
    }

    private Answer replace(Call call) throws RequestRefused, IOException {
        String body = call.text();
        return orError(
                "Replace rule error: ",
                () -> told(200, rules.replace(call.name(), body), " was replaced."));
    }

    /** What was done, and below it what is probably not meant so. */
    private static Answer told(int status, CreatedRule rule, String what) {
        StringBuilder text = new StringBuilder("Rule " + rule.id() + what);
        rule.warnings().forEach(warning -> text.append("\nWarning: ").append(warning));
        return Answer.text(status, text.toString());
    }

    private Answer explain(Call call) {
        return orError("explain rule error: ", () -> explained(call, rules.explain(call.name())));
    }

    private Answer explainUnsaved(Call call) throws RequestRefused, IOException {
        String body = call.text();
        return orError("explain rule error: ", () -> explained(call, rules.explainUnsaved(body)));
    }

    private static Answer explained(Call call, RuleExplanation explanation) {
        return call.exchange().parameter("format").filter("text"::equals).isPresent()
                ? Answer.text(200, ExplanationText.text(explanation))
                : Answer.json(ExplanationText.json(explanation));
    }

    private Answer describe(Call call) {
        return orError("describe rule error: ", () -> Answer.json(rules.describe(call.name())));
    }

    private Answer drop(Call call) {
        return orError(
                "delete rule error: ",
                () -> {
                    rules.drop(call.name());
                    return Answer.text(200, "Rule " + call.name() + " is dropped.");
                });
    }

    private Answer status(Call call) {
        return orError(
                "get rule status error: ",
                () -> {
                    RuleStatus status = rules.status(call.name());
                    return Answer.text(
                            200,
                            status.running()
                                    ? Json.indented(metrics.of(status.metrics()))
                                    : status.text());
                });
    }

    private Answer start(Call call) {
        return orError(
                "start rule error: ",
                () -> {
                    rules.start(call.name());
                    return Answer.text(200, "Rule " + call.name() + " was started");
                });
    }

    private Answer stop(Call call) {
        boolean stopped = rules.stop(call.name());
        return Answer.text(
                200, "Rule " + call.name() + (stopped ? " was stopped." : " was not found."));
    }

    private Answer restart(Call call) {
        return orError(
                "restart rule error: ",
                () -> {
                    rules.restart(call.name());
                    return Answer.text(200, "Rule " + call.name() + " was restarted");
                });
    }

    private static Answer orError(String prefix, Supplier<Answer> action) {
        try {
            return action.get();
        } catch (RuleException e) {
            return Answer.error(e.notFound() ? 404 : 400, prefix + e.getMessage());
        }
    }
}
