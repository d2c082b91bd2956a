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

import io.haumea.sdk.data.DataType;
import io.haumea.sdk.function.AggregateFunction;
import io.haumea.sql.plan.Determinism;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.ExpressionText;
import io.haumea.sql.plan.PlanNode.AggregateCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The aggregate calls of a statement; equal calls share one slot. */
final class AggregateCalls {

    private final RowLayout layout;
    private final List<AggregateCall> calls = new ArrayList<>();
    private final Map<String, Expression> known = new HashMap<>();

    AggregateCalls(RowLayout layout) {
        this.layout = layout;
    }

    /** The value of a call, to be read after grouping. */
    Expression value(AggregateFunction function, String name, List<Expression> arguments) {
        if (!arguments.stream().allMatch(Determinism::isDeterministic)) {
            return add(function, name, arguments);
        }
        String key = function.name() + arguments.stream().map(ExpressionText::of).toList();
        Expression value = known.get(key);
        if (value == null) {
            value = add(function, name, arguments);
            known.put(key, value);
        }
        return value;
    }

    List<AggregateCall> calls() {
        return calls;
    }

    private Expression add(AggregateFunction function, String name, List<Expression> arguments) {
        DataType type = function.resultType(arguments.stream().map(Expression::type).toList());
        int slot = layout.aggregated(name, type);
        calls.add(new AggregateCall(slot, function, name, arguments));
        return new Expression.SlotValue(slot, name, type);
    }
}
