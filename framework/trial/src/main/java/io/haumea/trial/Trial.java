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
package io.haumea.trial;

import io.haumea.engine.port.Contributions;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseResult;
import io.haumea.trial.cases.RuleCase;
import io.haumea.trial.run.CaseRunner;
import java.time.Duration;

/**
 * Runs rule cases and judges them. Cases run one after the other on a thread of the trial's own, so
 * that one that never ends can be given up. For one thread at a time.
 */
public final class Trial implements AutoCloseable {

    private final CaseRunner runner;
    private final Overseer overseer;

    /**
     * A trial with these plugins.
     *
     * @param contributions finds formats
     * @param functions finds functions
     * @param deadline how long one case may take
     */
    public Trial(Contributions contributions, FunctionCatalog functions, Duration deadline) {
        this.runner = new CaseRunner(contributions, functions);
        this.overseer = new Overseer(deadline);
    }

    /**
     * Runs one case.
     *
     * @param entry the case, or the line that is none
     * @return what it gave, and whether that is right
     */
    public Verdict judge(CaseEntry entry) {
        RuleCase ruleCase = entry.ruleCase();
        if (ruleCase == null) {
            return Verdict.of(entry, CaseResult.broken(String.valueOf(entry.problem())));
        }
        if (ruleCase.lifeCycle()) {
            return Verdict.of(
                    entry,
                    CaseResult.broken("'do' (checkpoint, kill, start, edit) is not supported yet"));
        }
        return Verdict.of(entry, overseer.run(() -> runner.run(ruleCase)));
    }

    @Override
    public void close() {
        overseer.close();
    }
}
