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
package io.haumea.server.rule;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.engine.Engine;
import io.haumea.sdk.config.OptionSpec;
import io.haumea.server.config.SourceProperties;
import io.haumea.server.rule.RulePlanner.Planned;
import io.haumea.sql.analyze.ColumnHints;
import io.haumea.sql.analyze.Hint;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is probably not meant as it is written in a rule that can run: what the reference
 * takes without a word, and rules written for it may contain.
 */
final class RuleWarnings {

    private final SourceProperties properties;
    private final SinkOptions sinks;

    RuleWarnings(SourceProperties properties, SinkOptions sinks) {
        this.properties = properties;
        this.sinks = sinks;
    }

    /** Knows the options of sinks. */
    @FunctionalInterface
    interface SinkOptions {
        /** The options of a sink of that type, or empty if there is no such sink now. */
        Optional<List<OptionSpec>> of(String type);
    }

    /**
     * What to warn of.
     *
     * @return whole sentences; usually none
     */
    List<String> of(RuleDefinition rule, Planned planned) {
        List<String> warnings = new ArrayList<>();
        ColumnHints.of(planned.select(), planned.plan().inputs())
                .forEach(hint -> warnings.add(text(hint)));
        for (StreamDefinition stream : planned.plan().inputs()) {
            properties
                    .unknownSection(stream.type(), stream.option("CONF_KEY").orElse(null))
                    .ifPresent(text -> warnings.add("Stream " + stream.name() + ": " + text));
        }
        for (int i = 0; i < rule.actions().size(); i++) {
            for (Map.Entry<String, JsonElement> action : rule.actions().get(i).entrySet()) {
                if (action.getValue() instanceof JsonObject object) {
                    unknownOptions(i, action.getKey(), object, warnings);
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static String text(Hint hint) {
        return hint.message()
                + " (line "
                + hint.position().line()
                + ", column "
                + hint.position().column()
                + ")";
    }

    private void unknownOptions(
            int index, String sink, JsonObject properties, List<String> warnings) {
        if (properties.isEmpty()) {
            return;
        }
        Optional<List<OptionSpec>> own = sinks.of(sink);
        if (own.isEmpty()) {
            return;
        }
        List<String> known =
                Stream.concat(own.get().stream(), Engine.actionOptions().stream())
                        .map(OptionSpec::key)
                        .toList();
        for (String key : properties.keySet()) {
            if (known.stream().noneMatch(key::equalsIgnoreCase)) {
                warnings.add(
                        "Action "
                                + index
                                + ": the sink "
                                + sink
                                + " has no option '"
                                + key
                                + "', so it has no effect."
                                + NearestName.proposal(key, known)
                                        .map(text -> " " + text)
                                        .orElse(""));
            }
        }
    }
}
