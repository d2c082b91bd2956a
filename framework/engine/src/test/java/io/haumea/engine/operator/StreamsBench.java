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
import io.haumea.sql.analyze.AnalysisOptions;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.Slot;
import io.haumea.sql.plan.WindowTime;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule from SQL text to JSON text, on one thread, with time moved by hand. */
final class StreamsBench {

    private final LogicalPlan plan;
    private final TestContext context;
    private final RulePipeline pipeline;
    private final List<SourceLayout> layouts = new ArrayList<>();
    private final List<RowAssembler> assemblers = new ArrayList<>();
    private final Encoder encoder;

    StreamsBench(LogicalPlan plan, long startMillis) {
        this.plan = plan;
        context = new TestContext(startMillis);
        for (StreamDefinition stream : plan.inputs()) {
            layouts.add(new SourceLayout(stream.schema()));
        }
        pipeline = PlanCompiler.compile(plan, bind(), context);
        Format format = json(plan.inputs().get(0));
        for (int i = 0; i < layouts.size(); i++) {
            assemblers.add(
                    new RowAssembler(
                            layouts.get(i),
                            json(plan.inputs().get(i)).newDecoder(),
                            RowRules.of(plan.inputs().get(i))));
        }
        encoder = format.newEncoder();
    }

    private static Format json(StreamDefinition stream) {
        return Objects.requireNonNull(Builtins.formats().get("json")).create(stream.schema());
    }

    /** A rule in processing time that is started at 0. */
    static StreamsBench of(String sql, String... createStreams) {
        return of(sql, AnalysisOptions.DEFAULTS, 0, createStreams);
    }

    /** A rule in event time. */
    static StreamsBench eventTime(String sql, long lateMillis, String... createStreams) {
        WindowTime time = new WindowTime.Event(lateMillis, 0);
        return of(sql, new AnalysisOptions(time, false), 0, createStreams);
    }

    static StreamsBench of(
            String sql, AnalysisOptions options, long startMillis, String... createStreams) {
        return new StreamsBench(Plans.plan(sql, options, List.of(createStreams)), startMillis);
    }

    static StreamsBench of(
            String sql,
            AnalysisOptions options,
            List<FunctionDefinition> functions,
            String createStream) {
        return new StreamsBench(Plans.plan(sql, options, List.of(createStream), functions), 0);
    }

    private int[] bind() {
        int[] bound = new int[plan.slots().size()];
        for (int i = 0; i < bound.length; i++) {
            Slot slot = plan.slots().get(i);
            if (slot instanceof Slot.Column column) {
                bound[i] = layouts.get(column.input()).read(column.name());
            } else if (slot instanceof Slot.Whole whole) {
                layouts.get(whole.input()).readWhole();
                bound[i] = SourceLayout.WHOLE_SLOT;
            }
        }
        return bound;
    }

    StreamsBench at(long millis) {
        context.moveTo(millis);
        return this;
    }

    /** Sends a message to all inputs that read a stream. */
    StreamsBench send(String stream, String json) {
        return send(stream, json, Map.of());
    }

    StreamsBench send(String stream, String json, Map<String, ? extends @Nullable Object> meta) {
        return send(
                stream, Message.payload(json.getBytes(StandardCharsets.UTF_8), Metadata.of(meta)));
    }

    StreamsBench send(String stream, Message message) {
        for (int i = 0; i < layouts.size(); i++) {
            if (plan.inputs().get(i).name().equals(stream)) {
                sendTo(i, message);
            }
        }
        return this;
    }

    /** An error event of a stream. */
    void error(String stream, String text) {
        for (int i = 0; i < layouts.size(); i++) {
            if (plan.inputs().get(i).name().equals(stream)) {
                pipeline.error(i, text);
            }
        }
    }

    private void sendTo(int input, Message message) {
        RowAssembler assembler = assemblers.get(input);
        DecodedBatch batch = new DecodedBatch(1);
        assembler.refresh();
        String rejected = assembler.append(message, context.nowMillis(), batch);
        if (rejected != null) {
            throw new IllegalArgumentException(rejected);
        }
        String error = batch.error(0);
        if (error == null) {
            pipeline.message(input, batch.row(0), batch.metadata(0));
        } else {
            pipeline.error(input, error);
        }
    }

    /** What has been emitted since the last call, as JSON. */
    List<String> results() {
        List<String> texts = new ArrayList<>();
        for (Emission emission : context.emissions()) {
            texts.add(new String(encoder.encode(emission.rows()), StandardCharsets.UTF_8));
        }
        context.emissions().clear();
        return texts;
    }

    int armedTimers() {
        return context.armedTimers();
    }
}
