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
import io.haumea.engine.template.text.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A part of a template that writes something. */
sealed interface Node {

    /** What comes next. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    Flow write(Run run, @Nullable Object dot);

    /** Parts one after another. */
    record Body(List<Node> nodes, Span span) implements Node {
        public Body {
            nodes = List.copyOf(nodes);
        }

        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.enter(span);
            Flow flow = Flow.NEXT;
            for (int i = 0; i < nodes.size() && flow == Flow.NEXT; i++) {
                flow = nodes.get(i).write(run, dot);
            }
            run.leave();
            return flow;
        }
    }

    /** Text as it stands. */
    record Text(String text, Span span) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.write(span, text);
            return Flow.NEXT;
        }
    }

    /** The value of a pipeline; one that sets a variable writes nothing. */
    record Print(Pipeline pipeline, Span span) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.work(span, 1);
            Object value = pipeline.value(run, dot);
            if (pipeline.slots().isEmpty()) {
                run.write(span, Values.printed(value));
            }
            return Flow.NEXT;
        }
    }

    /** {@code if}. */
    record If(Pipeline condition, Body then, Body otherwise) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            Object value = condition.value(run, dot);
            return (Values.truth(value) ? then : otherwise).write(run, dot);
        }
    }

    /** {@code with}. */
    record With(Pipeline pipeline, Body then, Body otherwise) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            Object value = pipeline.value(run, dot);
            return Values.truth(value) ? then.write(run, value) : otherwise.write(run, dot);
        }
    }

    /** {@code range}. */
    record Range(Pipeline pipeline, Body each, Body otherwise, Span span) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            Object value = pipeline.result(run, dot);
            if (value instanceof List<?> list && !list.isEmpty()) {
                list(run, list);
            } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                map(run, map);
            } else if (value == Values.NOTHING || value instanceof List || value instanceof Map) {
                return otherwise.write(run, dot);
            } else {
                throw run.failure(span, "range can't iterate over " + Values.text(value));
            }
            return Flow.NEXT;
        }

        private void list(Run run, List<?> list) {
            Flow flow = Flow.NEXT;
            for (int i = 0; i < list.size() && flow != Flow.BREAK; i++) {
                flow = iteration(run, (long) i, list.get(i));
            }
        }

        private void map(Run run, Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>(Values.BY_BYTES);
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
                if (iteration(run, entry.getKey(), entry.getValue()) == Flow.BREAK) {
                    break;
                }
            }
        }

        private Flow iteration(Run run, Object key, @Nullable Object item) {
            List<Integer> slots = pipeline.slots();
            if (!slots.isEmpty()) {
                run.variable(slots.get(slots.size() - 1), item);
            }
            if (slots.size() > 1) {
                run.variable(slots.get(0), key);
            }
            return each.write(run, item);
        }
    }

    /** {@code template} and {@code block}. */
    record Fill(String name, @Nullable Pipeline pipeline, Span span) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            run.fill(name, pipeline == null ? Values.NOTHING : pipeline.value(run, dot), span);
            return Flow.NEXT;
        }
    }

    /** {@code break} and {@code continue}. */
    record Jump(Flow flow) implements Node {
        @Override
        public Flow write(Run run, @Nullable Object dot) {
            return flow;
        }
    }
}
