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

import com.google.gson.JsonElement;
import io.haumea.engine.rule.RuleOptions;

/** Reads the options of a rule, as they stand in a rule's JSON. */
final class OptionsReader {

    private OptionsReader() {}

    static RuleOptions read(JsonFields rule) throws BrokenCaseException {
        JsonElement value = rule.get("options");
        RuleOptions defaults = RuleOptions.DEFAULTS;
        if (value == null) {
            return defaults;
        }
        if (value.isJsonNull()) {
            return RuleOptions.NOTHING;
        }
        JsonFields options = new JsonFields(value, "options");
        return new RuleOptions(
                options.flag("isEventTime"),
                options.number("lateTolerance", defaults.lateToleranceMillis()),
                options.number("idleTimeout", defaults.idleTimeoutMillis()),
                whole(options.number("concurrency", defaults.concurrency())),
                whole(options.number("bufferLength", defaults.bufferLength())),
                options.flag("sendMetaToSink"),
                whole(options.number("qos", defaults.qos())),
                options.number("checkpointInterval", defaults.checkpointIntervalMillis()));
    }

    private static int whole(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
