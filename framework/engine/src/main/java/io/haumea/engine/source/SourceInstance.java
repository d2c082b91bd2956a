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
package io.haumea.engine.source;

import io.haumea.engine.plugin.InstanceContext;
import io.haumea.engine.port.Lease;
import io.haumea.engine.row.RowAssembler;
import io.haumea.engine.row.RowRules;
import io.haumea.engine.row.SourceLayout;
import io.haumea.engine.rule.InputSpec;
import io.haumea.engine.schedule.PluginThreads;
import io.haumea.engine.schedule.Timers;
import io.haumea.engine.schedule.Workers;
import io.haumea.sdk.config.Options;
import io.haumea.sdk.data.Message;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sql.stream.StreamDefinition;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source with its task; opened when the first rule comes, closed when the last one goes. */
final class SourceInstance {

    private static final Logger LOG = LoggerFactory.getLogger(SourceInstance.class);

    private static final long REMINDER_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 2_500;

    private final String stream;
    private final Lease<SourceFactory<?>> factory;
    private final Lease<FormatFactory> format;
    private final PluginThreads.Pool threads;
    private final SourceLayout layout;
    private final SourceTask task;
    private final Source source;
    private final Context context;
    private final Timers timers;
    private final boolean waits;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private volatile @Nullable Throwable failure;

    /** Guarded by the lock of all sources. */
    private int users;

    private boolean opened;

    /** Guarded by this. */
    private boolean entered;

    private boolean closing;
    private @Nullable Thread inside;

    SourceInstance(
            String name,
            InputSpec input,
            Lease<SourceFactory<?>> factory,
            Lease<FormatFactory> format,
            Facilities facilities) {
        StreamDefinition definition = input.stream();
        this.stream = definition.name();
        this.factory = factory;
        this.format = format;
        Sharing sharing = factory.service().sharing();
        this.waits = sharing == Sharing.PRIVATE;
        this.timers = facilities.timers();
        this.source = create(factory.service(), input);
        this.layout = new SourceLayout(definition.schema());
        RowAssembler assembler =
                new RowAssembler(
                        layout,
                        format.service().create(definition.schema()).newDecoder(),
                        RowRules.of(definition));
        this.task = new SourceTask(assembler, sharing, facilities.workers(), facilities.timers());
        this.threads = facilities.threads().acquire(factory);
        this.context = new Context(name, facilities.timers());
    }

    /** What all sources of an engine share. */
    record Facilities(Workers workers, Timers timers, PluginThreads threads) {}

    private static <O extends Record> Source create(SourceFactory<O> factory, InputSpec input) {
        StreamDefinition stream = input.stream();
        O options = Options.read(factory.options(), input.properties(), stream.type() + " source");
        return factory.create(
                options, new Spec(stream.name(), stream.dataSource(), stream.schema()));
    }

    private record Spec(String stream, String dataSource, Schema schema) implements SourceSpec {}

    SourceLayout layout() {
        return layout;
    }

    SourceTask task() {
        return task;
    }

    boolean waits() {
        return waits;
    }

    String statusText() {
        return context.statusText();
    }

    Set<String> plugins() {
        return factory.plugin().equals(format.plugin())
                ? Set.of(factory.plugin())
                : Set.of(factory.plugin(), format.plugin());
    }

    String name() {
        return context.instanceName();
    }

    /** Why the source can't go on, or null. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** Counts one more user; called under the lock of all sources. */
    void use() {
        users++;
    }

    /** Counts one user less, and tells whether it was the last; under the same lock. */
    boolean unuse() {
        users--;
        return users == 0;
    }

    /** Opens the source on a thread of its plugin, after another one has ended; same lock. */
    void openOnce(CompletableFuture<?> after) {
        if (opened) {
            return;
        }
        opened = true;
        CompletableFuture<?> unused = after.thenRunAsync(this::openNow, threads);
    }

    private void openNow() {
        synchronized (this) {
            if (context.closed()) {
                return;
            }
            entered = true;
            inside = Thread.currentThread();
        }
        try {
            source.open(context);
        } catch (Throwable e) {
            context.fail(e);
        } finally {
            leave();
        }
        if (context.closed()) {
            closeNow();
        }
    }

    /** An interrupt was meant for this call alone, not for what the thread does next. */
    private synchronized void leave() {
        inside = null;
        Thread.interrupted();
    }

    /**
     * Closes the source on a thread of its plugin, once it is open; nothing is emitted any more. A
     * source that takes too long is interrupted, and then left to itself.
     */
    CompletableFuture<@Nullable Void> close() {
        task.close();
        synchronized (this) {
            context.close();
            if (!entered) {
                giveBack();
                return closed;
            }
            if (inside == null) {
                threads.execute(this::closeNow);
            }
        }
        long now = timers.clock().millis();
        timers.at(now + REMINDER_MILLIS, this::remind);
        timers.at(now + PATIENCE_MILLIS, this::giveUp);
        return closed;
    }

    private synchronized void remind() {
        if (inside != null) {
            inside.interrupt();
        }
    }

    private void giveUp() {
        if (!closed.isDone()) {
            LOG.warn("The source of stream {} does not close; it is left to itself", stream);
            giveBack();
        }
    }

    private void closeNow() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            inside = Thread.currentThread();
        }
        try {
            source.close();
        } catch (Throwable e) {
            LOG.warn("The source of stream {} did not close cleanly", stream, e);
        } finally {
            leave();
            giveBack();
        }
    }

    private void giveBack() {
        if (givenBack.compareAndSet(false, true)) {
            threads.release();
            format.close();
            factory.close();
            closed.complete(null);
        }
    }

    private final class Context extends InstanceContext implements SourceContext {

        Context(String name, Timers timers) {
            super(name, timers, threads);
        }

        @Override
        public void emit(Message message) {
            if (!closed()) {
                task.emit(message);
            }
        }

        @Override
        public void fail(Throwable cause) {
            failure = cause;
            LOG.warn("The source of stream {} failed: {}", stream, cause.toString());
            task.readers().forEach(reader -> reader.consumer().sourceFailed(cause));
        }

        @Override
        public void reject(Throwable cause) {
            task.rejected(String.valueOf(cause.getMessage()));
        }
    }
}
