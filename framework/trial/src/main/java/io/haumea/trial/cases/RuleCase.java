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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule, what comes in when, and what its sink is expected to get.
 *
 * @param id its name
 * @param streams CREATE STREAM statements
 * @param rule the rule
 * @param input what comes in, in order
 * @param startMillis when the rule starts, in ms since the epoch
 * @param endMillis when the case is over
 * @param lifeCycle whether the case asks for checkpoints, kills and the like
 * @param expectation what should come out
 */
public record RuleCase(
        String id,
        List<String> streams,
        Rule rule,
        List<Input> input,
        long startMillis,
        long endMillis,
        boolean lifeCycle,
        Expectation expectation) {

    /** Copies the lists; puts the input in order of time. */
    public RuleCase {
        streams = List.copyOf(streams);
        List<Input> sorted = new ArrayList<>(input);
        sorted.sort((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
        input = List.copyOf(sorted);
    }

    /**
     * The rule of a case.
     *
     * @param sql its query
     * @param options its options
     * @param sink the properties of its only action
     */
    public record Rule(String sql, RuleOptions options, Map<String, @Nullable Object> sink) {
        /** Copies the properties. */
        public Rule {
            sink = Collections.unmodifiableMap(new LinkedHashMap<>(sink));
        }

        /** Whether results are texts made by a template. */
        public boolean hasTemplate() {
            return sink.get("dataTemplate") instanceof String template && !template.isBlank();
        }
    }

    /**
     * One message.
     *
     * @param stream the stream that it comes in on
     * @param atMillis when, in ms since the epoch
     * @param payload its text
     * @param metadata what else the source knows of it
     */
    public record Input(
            String stream, long atMillis, String payload, Map<String, @Nullable Object> metadata) {
        /** Copies the metadata. */
        public Input {
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /**
     * What should come out.
     *
     * @param output what the sink gets, in order, or null if the case does not say
     * @param unordered whether the rows of one emission may come in any order
     * @param tolerance how far numbers may be off, relative to their size
     * @param error whether the rule must be refused when it is created
     * @param errorText what the refusal must contain, or null if anything will do
     */
    public record Expectation(
            @Nullable List<JsonElement> output,
            boolean unordered,
            double tolerance,
            boolean error,
            @Nullable String errorText) {
        /** Copies the list. */
        public Expectation {
            output = output == null ? null : List.copyOf(output);
        }
    }
}
