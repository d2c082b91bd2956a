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
package io.haumea.sql.analyze;

import io.haumea.sql.plan.WindowTime;

/**
 * The options of a rule that change its plan.
 *
 * @param time whether windows go by the arrival of messages or by their TIMESTAMP
 * @param sendMetaToSink whether each result has the message's metadata as {@code __meta}
 */
public record AnalysisOptions(WindowTime time, boolean sendMetaToSink) {

    /** What holds where a rule says nothing. */
    public static final AnalysisOptions DEFAULTS =
            new AnalysisOptions(new WindowTime.Processing(), false);
}
