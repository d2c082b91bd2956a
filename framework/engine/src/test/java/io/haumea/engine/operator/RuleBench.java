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

import io.haumea.builtin.Builtins;
import io.haumea.engine.fixture.Plans;
import io.haumea.engine.row.DecodedBatch;
import io.haumea.engine.row.RowAssembler;
import io.haumea.engine.row.RowRules;
import io.haumea.engine.row.SourceLayout;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.format.Encoder;
import io.haumea.sdk.format.Format;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.Slot;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule from SQL text to JSON text, on one thread and with time that is moved by hand. */
final class RuleBench {

    private final TestContext context;
    private final RulePipeline pipeline;
    private final RowAssembler assembler;
    private final Encoder encoder;

    /** Without declared columns. */
    static final String SCHEMALESS = "CREATE STREAM demo () WITH (DATASOURCE=\"d\")";

    private RuleBench(StreamDefinition stream, LogicalPlan plan, long startMillis) {
        Format format =
                Objects.requireNonNull(Builtins.formats().get("json")).create(stream.schema());
        SourceLayout layout = new SourceLayout(stream.schema());
        context = new TestContext(startMillis);
        pipeline = PlanCompiler.compile(plan, bind(plan, layout), context);
        assembler = new RowAssembler(layout, format.newDecoder(), RowRules.of(stream));
        encoder = format.newEncoder();
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

    private static int[] bind(LogicalPlan plan, SourceLayout layout) {
        int[] bound = new int[plan.slots().size()];
        for (int i = 0; i < bound.length; i++) {
            Slot slot = plan.slots().get(i);
            if (slot instanceof Slot.Column column) {
                bound[i] = layout.read(column.name());
            } else if (slot instanceof Slot.Whole) {
                layout.readWhole();
                bound[i] = SourceLayout.WHOLE_SLOT;
            }
        }
        return bound;
    }

    /** The results of one message, and nothing else. */
    static List<String> once(String createStream, String sql, String message) {
        return of(createStream, sql).send(message).results();
    }

    RuleBench at(long millis) {
        context.moveTo(millis);
        return this;
    }

    RuleBench send(String json) {
        return send(Message.payload(json.getBytes(StandardCharsets.UTF_8), Metadata.NONE));
    }

    RuleBench send(Map<String, @Nullable Object> fields) {
        return send(Message.fields(fields, Metadata.NONE));
    }

    RuleBench send(Message message) {
        DecodedBatch batch = new DecodedBatch(1);
        assembler.refresh();
        String rejected = assembler.append(message, context.nowMillis(), batch);
        if (rejected != null) {
            throw new IllegalArgumentException(rejected);
        }
        String error = batch.error(0);
        if (error == null) {
            pipeline.message(0, batch.row(0), batch.metadata(0));
        } else {
            pipeline.error(0, error);
        }
        return this;
    }

    /** What has been emitted so far, as JSON. */
    List<String> results() {
        List<String> texts = new ArrayList<>();
        for (Emission emission : context.emissions()) {
            texts.add(new String(encoder.encode(emission.rows()), StandardCharsets.UTF_8));
        }
        return texts;
    }

    int armedTimers() {
        return context.armedTimers();
    }
}
