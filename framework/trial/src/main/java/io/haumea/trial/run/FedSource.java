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
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for every source: what the case lists comes in on it. A stream that is read twice gets
 * each message twice.
 */
final class FedSource implements SourceFactory<NoOptions> {

    private final Map<String, List<SourceContext>> open = new HashMap<>();

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
    void emit(String stream, Message message) {
        open.getOrDefault(stream, List.of()).forEach(context -> context.emit(message));
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
