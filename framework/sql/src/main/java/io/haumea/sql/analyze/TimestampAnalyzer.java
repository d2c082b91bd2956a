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

import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.TimePattern;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sql.ast.SyntaxExpression.ColumnRef;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.PlanNode;

/** Finds the time of messages, which the option TIMESTAMP of their stream names. */
final class TimestampAnalyzer {

    private static final String TIMESTAMP = "TIMESTAMP";
    private static final String TIMESTAMP_FORMAT = "TIMESTAMP_FORMAT";

    private final QueryContext context;

    TimestampAnalyzer(QueryContext context) {
        this.context = context;
    }

    PlanNode.Timestamp analyze(StreamScope stream, PlanNode input) {
        String column =
                stream.definition()
                        .option(TIMESTAMP)
                        .orElseThrow(
                                () ->
                                        new SqlException(
                                                "preprocessor is set to be event time but stream"
                                                        + " option TIMESTAMP not found",
                                                stream.reference().position()));
        QueryContext alone = context.within(context.from().only(stream.input()));
        ColumnRef name = new ColumnRef(null, column, true, stream.reference().position());
        Expression value = ExpressionAnalyzer.analyze(alone, Clause.TIMESTAMP, name);
        if (value instanceof Expression.Constant) {
            throw noColumn(stream, column, name.position());
        }
        String format = stream.definition().option(TIMESTAMP_FORMAT).orElse(null);
        if (format != null) {
            check(format, name.position());
        }
        return new PlanNode.Timestamp(input, value, column, format);
    }

    private static void check(String format, Position position) {
        try {
            TimePattern unused = TimePattern.of(format);
        } catch (HaumeaException e) {
            throw new SqlException(
                    "The option TIMESTAMP_FORMAT of the stream is no pattern: " + e.getMessage(),
                    position);
        }
    }

    private static SqlException noColumn(StreamScope stream, String column, Position position) {
        return new SqlException(
                "The option TIMESTAMP of stream "
                        + stream.definition().name()
                        + " names "
                        + column
                        + ", which is neither a column of it nor an alias.",
                position,
                NearestName.proposal(
                                column,
                                stream.definition().schema().fields().stream()
                                        .map(Field::name)
                                        .toList())
                        .orElse(null));
    }
}
