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

import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.plan.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code meta(key)} and {@code mqtt(key)}: their argument is a metadata key and no column. */
final class MetaAnalyzer {

    private static final String META = "meta";
    private static final String MQTT = "mqtt";

    private final QueryContext context;

    MetaAnalyzer(QueryContext context) {
        this.context = context;
    }

    static boolean isMeta(SyntaxExpression.Call call) {
        return call.name().equalsIgnoreCase(META) || call.name().equalsIgnoreCase(MQTT);
    }

    Expression analyze(SyntaxExpression.Call call) {
        String function = call.name().toLowerCase(Locale.ROOT);
        if (call.arguments().size() != 1) {
            throw new SqlException(
                    "The arguments for " + function + " should be 1.", call.position());
        }
        SyntaxExpression argument = call.arguments().get(0);
        if (function.equals(MQTT)) {
            checkMqtt(argument);
        }
        return reference(argument, function);
    }

    private static void checkMqtt(SyntaxExpression argument) {
        if (argument instanceof SyntaxExpression.ColumnRef key
                && !key.name().equalsIgnoreCase("topic")
                && !key.name().equalsIgnoreCase("messageid")) {
            throw new SqlException(
                    "Parameter of mqtt function can be only topic or messageid.", key.position());
        }
    }

    private Expression reference(SyntaxExpression argument, String function) {
        if (argument instanceof SyntaxExpression.ColumnRef key) {
            return value(context.from().find(key.qualifier(), key.position()), key.name());
        }
        if (argument instanceof SyntaxExpression.Star star && function.equals(META)) {
            return value(context.from().find(star.qualifier(), star.position()), "*");
        }
        if (argument instanceof SyntaxExpression.Member member && function.equals(META)) {
            return new Expression.Member(reference(member.operand(), function), member.name());
        }
        throw new SqlException(
                "Expect meta reference type for 1 parameter of function " + function + ".",
                argument.position());
    }

    private Expression value(List<StreamScope> streams, String key) {
        List<Expression> candidates = new ArrayList<>();
        for (StreamScope stream : streams) {
            int slot = context.layout().metadata(stream.input());
            candidates.add(new Expression.MetaValue(slot, key));
        }
        return candidates.size() == 1 ? candidates.get(0) : new Expression.FirstValue(candidates);
    }
}
