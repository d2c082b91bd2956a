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
package io.haumea.engine.rule;

import io.haumea.sql.plan.WindowTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a rule, completed by the server's defaults.
 *
 * @param isEventTime whether windows go by a field of the message instead of its arrival
 * @param lateToleranceMillis how long to wait for late messages in event time
 * @param idleTimeoutMillis after how long a silent stream no longer holds back the others in event
 *     time; 0 for never
 * @param concurrency how many messages of the rule may be worked on at the same time
 * @param bufferLength how many messages may wait for the rule
 * @param sendMetaToSink whether results carry the metadata of their message
 * @param qos 0 at most once, 1 at least once, 2 exactly once
 * @param checkpointIntervalMillis time between checkpoints with qos 1 and 2
 */
public record RuleOptions(
        boolean isEventTime,
        long lateToleranceMillis,
        long idleTimeoutMillis,
        int concurrency,
        int bufferLength,
        boolean sendMetaToSink,
        int qos,
        long checkpointIntervalMillis) {

    /** What holds where neither rule nor server say anything. */
    public static final RuleOptions DEFAULTS =
            new RuleOptions(false, 1000, 0, 1, 1024, false, 0, 300_000);

    /** What the reference takes for {@code "options": null}. */
    public static final RuleOptions NOTHING = new RuleOptions(false, 0, 0, 0, 0, false, 0, 0);

    /** Why no rule can have these options, in the words of the reference, or null. */
    public @Nullable String problem() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("lateTolerance", lateToleranceMillis);
        counts.put("idleTimeout", idleTimeoutMillis);
        counts.put("concurrency", (long) concurrency);
        counts.put("bufferLength", (long) bufferLength);
        counts.put("checkpointInterval", checkpointIntervalMillis);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            if (count.getValue() < 0) {
                return "rule option "
                        + count.getKey()
                        + " "
                        + count.getValue()
                        + " is invalid, require a positive integer";
            }
        }
        return qos < 0 || qos > 2
                ? "rule option qos " + qos + " is invalid, require 0, 1 or 2"
                : null;
    }

    /**
     * The same for running a rule: zero is accepted for every option, but a rule can't run with no
     * place for a message.
     */
    public RuleOptions usable() {
        return new RuleOptions(
                isEventTime,
                lateToleranceMillis,
                idleTimeoutMillis,
                Math.max(1, concurrency),
                Math.max(1, bufferLength),
                sendMetaToSink,
                qos,
                checkpointIntervalMillis);
    }

    /** By which time windows go. */
    public WindowTime windowTime() {
        return isEventTime
                ? new WindowTime.Event(lateToleranceMillis, idleTimeoutMillis)
                : new WindowTime.Processing();
    }
}
