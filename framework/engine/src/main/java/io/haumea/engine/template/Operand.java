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
package io.haumea.engine.template;

import io.haumea.engine.template.Source.Span;
import io.haumea.engine.template.text.FunctionException;
import io.haumea.engine.template.text.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pipeline that has a value. Values are those of the data (a {@code Double} for every
 * number), {@code Long} for the whole numbers that templates themselves make, null for nil, and
 * {@link Values#NOTHING} where there is no value at all.
 */
interface Operand {

    @Nullable Object value(Run run, @Nullable Object dot);

    /** A literal. */
    record Constant(@Nullable Object constant) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return constant;
        }
    }

    /** The data where it stands. */
    record Dot() implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return dot;
        }
    }

    /** A variable. */
    record Variable(int slot) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return run.variable(slot);
        }
    }

    /** A pipeline in parentheses. */
    record Group(Pipeline pipeline, Span span) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            run.enter(span);
            Object value = pipeline.value(run, dot);
            run.leave();
            return value;
        }
    }

    /** The member of a member of a value. */
    record Members(Operand base, List<String> names, Span span) implements Operand {
        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            Object value = base.value(run, dot);
            for (String name : names) {
                if (value == Values.NOTHING) {
                    return value;
                }
                value = member(run, value, name);
            }
            return value;
        }

        private @Nullable Object member(Run run, @Nullable Object owner, String name) {
            if (owner instanceof Map<?, ?> map) {
                Object value = map.get(name);
                return value == null && !map.containsKey(name) ? Values.NOTHING : value;
            }
            throw run.failure(
                    span,
                    owner == null
                            ? "nil pointer evaluating interface {}." + name
                            : "can't evaluate field " + name + " in type " + Values.type(owner));
        }
    }

    /** A function with its arguments. */
    record Call(Function function, List<Operand> arguments, Span span) implements Operand {

        @Override
        public @Nullable Object value(Run run, @Nullable Object dot) {
            return call(run, dot, arguments.size(), null);
        }

        /** Calls it with one more argument, which the stage before has made. */
        @Nullable Object piped(Run run, @Nullable Object dot, @Nullable Object last) {
            return call(run, dot, arguments.size() + 1, last);
        }

        private @Nullable Object call(
                Run run, @Nullable Object dot, int count, @Nullable Object last) {
            @Nullable Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                Object value = i < arguments.size() ? arguments.get(i).value(run, dot) : last;
                values[i] = value == Values.NOTHING ? null : value;
                if (function.decides(values[i])) {
                    return values[i];
                }
                run.work(span, Values.length(value));
            }
            try {
                Object result = function.call(values);
                run.work(span, Values.length(result));
                return result;
            } catch (FunctionException e) {
                throw run.failure(span, "error calling " + function.name() + ": " + e.getMessage());
            }
        }
    }
}
