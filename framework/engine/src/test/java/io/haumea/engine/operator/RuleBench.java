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
package io.haumea.engine.operator;

import io.haumea.engine.fixture.Plans;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule over one stream in processing time, from SQL text to JSON text. */
final class RuleBench {

    private final StreamsBench bench;
    private final String stream;
    private final List<String> results = new ArrayList<>();

    /** Without declared columns. */
    static final String SCHEMALESS = "CREATE STREAM demo () WITH (DATASOURCE=\"d\")";

    private RuleBench(StreamDefinition stream, LogicalPlan plan, long startMillis) {
        this.bench = new StreamsBench(plan, startMillis);
        this.stream = stream.name();
    }

    static RuleBench of(String createStream, String sql, FunctionDefinition... functions) {
        StreamDefinition stream = Plans.stream(createStream);
        return new RuleBench(stream, Plans.plan(stream, sql, functions), 0);
    }

    static RuleBench of(String createStream, String sql, List<FunctionDefinition> functions) {
        StreamDefinition stream = Plans.stream(createStream);
        return new RuleBench(stream, Plans.plan(stream, sql, functions), 0);
    }

    static RuleBench schemaless(String sql, FunctionDefinition... functions) {
        return of(SCHEMALESS, sql, functions);
    }

    static RuleBench startedAt(long millis, String sql) {
        StreamDefinition stream = Plans.stream(SCHEMALESS);
        return new RuleBench(stream, Plans.plan(stream, sql), millis);
    }

    /** The results of one message, and nothing else. */
    static List<String> once(String createStream, String sql, String message) {
        return of(createStream, sql).send(message).results();
    }

    RuleBench at(long millis) {
        bench.at(millis);
        return this;
    }

    RuleBench send(String json) {
        return send(Message.payload(json.getBytes(StandardCharsets.UTF_8), Metadata.NONE));
    }

    RuleBench send(Map<String, @Nullable Object> fields) {
        return send(Message.fields(fields, Metadata.NONE));
    }

    RuleBench send(Message message) {
        bench.send(stream, message);
        return this;
    }

    /** What has been emitted so far, as JSON. */
    List<String> results() {
        results.addAll(bench.results());
        return List.copyOf(results);
    }

    int armedTimers() {
        return bench.armedTimers();
    }
}
