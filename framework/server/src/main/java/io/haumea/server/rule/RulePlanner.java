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

import io.haumea.engine.port.ContributionKind;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.analyze.Analyzer;
import io.haumea.sql.analyze.RuleQuery;
import io.haumea.sql.ast.Select;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.stream.StreamCatalog;
import java.util.Optional;

/** Understands the statement of a rule, or says in the reference's words why not. */
final class RulePlanner {

    private final StreamCatalog streams;

    RulePlanner(StreamCatalog streams) {
        this.streams = streams;
    }

    /** A statement with its plan. */
    record Planned(Select select, LogicalPlan plan) {}

    /**
     * Makes the plan of a rule.
     *
     * @param leased gives the functions
     * @throws CannotRun if the statement can't be understood or carried out
     */
    Planned plan(RuleDefinition rule, LeasedFunctions leased) throws CannotRun {
        try {
            Select select = RuleQuery.select(rule.sql());
            AnalysisOptions options =
                    new AnalysisOptions(
                            rule.options().windowTime(), rule.options().sendMetaToSink());
            return new Planned(select, Analyzer.analyze(select, options, streams, leased));
        } catch (SqlException e) {
            throw refused(rule.sql(), e, leased.missing());
        }
    }

    private static CannotRun refused(String sql, SqlException e, Optional<String> function) {
        String waitsFor =
                function.map(
                                name ->
                                        new MissingContributionException(
                                                        ContributionKind.FUNCTION, name)
                                                .getMessage())
                        .orElse(null);
        return new CannotRun(RuleQuery.refusal(sql, e), waitsFor, e);
    }
}
