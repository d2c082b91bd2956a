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
package io.haumea.trial.cases;

import org.jspecify.annotations.Nullable;

/**
 * One case of a file, or what stands there instead.
 *
 * @param place file and line, such as {@code cases.jsonl:3}, or the id of a case that is broken
 * @param ruleCase the case, or null if it can't be understood
 * @param problem what is wrong with it, or null
 */
public record CaseEntry(String place, @Nullable RuleCase ruleCase, @Nullable String problem) {

    /** The id of the case; its place if it has none. */
    public String id() {
        return ruleCase == null ? place : ruleCase.id();
    }
}
