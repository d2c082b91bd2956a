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
import io.haumea.engine.template.text.Quoting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One filling of a template: what has been written, the variables, and how much may still be done.
 * Single-threaded.
 */
final class Run {

    /**
     * How deep actions, parentheses and templates may stand in each other while it runs; stacks of
     * threads are small on small machines.
     */
    private static final int MOST_LEVELS = 200;

    /** How many steps are taken and characters made at most, so that no template hangs. */
    private static final int MOST_WORK = 10_000_000;

    private final Source source;
    private final Map<String, Definition> definitions;
    private final StringBuilder output = new StringBuilder();
    private String template = "";
    private @Nullable Object[] variables = {};
    private int level;
    private long work;

    Run(Source source, Map<String, Definition> definitions) {
        this.source = source;
        this.definitions = definitions;
    }

    /** Fills a template with data; {@code $} is the data. */
    void fill(String name, Object data, Span span) {
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw failure(span, "template " + Quoting.quote(name) + " not defined");
        }
        String callerName = template;
        @Nullable Object[] callerVariables = variables;
        template = name;
        variables = new Object[definition.slots()];
        variables[0] = data;
        enter(span);
        definition.body().write(this, data);
        leave();
        template = callerName;
        variables = callerVariables;
    }

    String output() {
        return output.toString();
    }

    void write(Span span, String text) {
        work(span, text.length());
        output.append(text);
    }

    @Nullable Object variable(int slot) {
        return variables[slot];
    }

    void variable(int slot, @Nullable Object value) {
        variables[slot] = value;
    }

    void enter(Span span) {
        if (++level > MOST_LEVELS) {
            throw failure(span, "exceeded maximum template depth (" + MOST_LEVELS + ")");
        }
        work(span, 1);
    }

    void leave() {
        level--;
    }

    /** Counts steps and characters. */
    void work(Span span, int amount) {
        work += amount;
        if (work > MOST_WORK) {
            throw failure(
                    span,
                    "the template does not end within " + MOST_WORK + " steps and characters");
        }
    }

    TemplateException failure(Span span, String message) {
        return source.failure(template, span, message);
    }
}
