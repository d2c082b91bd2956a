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
package io.haumea.trial.run;

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.trial.cases.RuleCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for every source: what the case lists comes in on it. A stream that is read twice gets
 * each message twice.
 */
final class FedSource implements SourceFactory<NoOptions> {

    private final StreamCatalog streams;
    private final Map<String, List<SourceContext>> open = new HashMap<>();

    FedSource(StreamCatalog streams) {
        this.streams = streams;
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    /** Private sources wait for the rule, so that nothing is ever dropped. */
    @Override
    public Sharing sharing() {
        return Sharing.PRIVATE;
    }

    @Override
    public Source create(NoOptions options, SourceSpec spec) {
        return new Feed(spec.stream());
    }

    /** Lets a message come in; on a stream that the rule does not read it is lost. */
    void emit(RuleCase.Input input) {
        Message message =
                Message.payload(
                        input.payload().getBytes(StandardCharsets.UTF_8),
                        Metadata.of(metadata(input)));
        open.getOrDefault(input.stream(), List.of()).forEach(context -> context.emit(message));
    }

    /** What comes on a stream's own MQTT topic has an id too: 0, as with QoS 0. */
    private Map<String, @Nullable Object> metadata(RuleCase.Input input) {
        Map<String, @Nullable Object> given = input.metadata();
        boolean ownTopic =
                streams.find(input.stream())
                        .filter(stream -> stream.type().equals("mqtt"))
                        .filter(stream -> stream.dataSource().equals(given.get("topic")))
                        .isPresent();
        if (!ownTopic || given.size() > 1) {
            return given;
        }
        Map<String, @Nullable Object> completed = new LinkedHashMap<>(given);
        completed.put("messageid", "0");
        return completed;
    }

    private final class Feed implements Source {
        private final String stream;

        Feed(String stream) {
            this.stream = stream;
        }

        @Override
        public void open(SourceContext context) {
            open.computeIfAbsent(stream, name -> new ArrayList<>()).add(context);
        }

        @Override
        public void close() {
            open.remove(stream);
        }
    }
}
