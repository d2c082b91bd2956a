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
package io.haumea.engine.operator;

import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sdk.data.ValueText;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sql.plan.PlanNode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Takes the time of a message out of it. */
final class EventTime {

    private final Evaluator value;
    private final String column;
    private final TimePattern pattern;
    private final Map<String, Evaluator> shown;

    /**
     * The time of a stream's messages.
     *
     * @param plan what says where it is
     * @param value its expression
     * @param shown the columns that the rule reads, for messages without a time
     */
    EventTime(PlanNode.Timestamp plan, Evaluator value, Map<String, Evaluator> shown) {
        this.shown = shown;
        String format = plan.format();
        this.value = value;
        this.column = plan.column();
        this.pattern = format == null ? TimePattern.DEFAULT : TimePattern.of(format);
    }

    /**
     * The time in ms since the epoch.
     *
     * @throws EvaluationException if there is none
     */
    long millis(Frame frame) {
        Object time = value.evaluate(frame);
        if (time instanceof Number number) {
            return number.longValue();
        }
        if (time instanceof OffsetDateTime date) {
            return date.toInstant().toEpochMilli();
        }
        if (time instanceof String text) {
            try {
                return pattern.parse(text).toInstant().toEpochMilli();
            } catch (HaumeaException e) {
                throw unfit(String.valueOf(e.getMessage()));
            }
        }
        if (time == null) {
            throw new EvaluationException(
                    "cannot find timestamp field " + column + " in tuple " + dump(frame));
        }
        throw unfit("unsupported type to convert to timestamp " + ValueText.of(time));
    }

    private String dump(Frame frame) {
        Map<String, Object> columns = new TreeMap<>();
        shown.forEach(
                (name, evaluator) -> {
                    Object known = evaluator.evaluate(frame);
                    if (known != null) {
                        columns.put(name, known);
                    }
                });
        return ValueText.of(columns);
    }

    private EvaluationException unfit(String reason) {
        return new EvaluationException(
                "cannot convert timestamp field " + column + " to timestamp with error " + reason);
    }
}
