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

import io.haumea.engine.row.SourceLayout;
import io.haumea.engine.rule.NodeCounters;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One rule's use of one source. */
public final class Subscription {

    private final Sources sources;
    private final String key;
    private final SourceInstance instance;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable RowConsumer consumer;

    Subscription(Sources sources, String key, SourceInstance instance) {
        this.sources = sources;
        this.key = key;
        this.instance = instance;
    }

    String key() {
        return key;
    }

    boolean ended() {
        return ended.get();
    }

    SourceInstance instance() {
        return instance;
    }

    /** The source's layout, to ask for slots before {@link #start}. */
    public SourceLayout layout() {
        return instance.layout();
    }

    /**
     * Begins to bring messages.
     *
     * @param rule where to
     * @param input which of the rule's inputs this is
     * @param counters where messages without room are counted
     */
    public void start(RowConsumer rule, int input, NodeCounters counters) {
        consumer = rule;
        Throwable failure =
                sources.start(this, new SourceTask.Reader(rule, input, counters::dropped));
        if (failure != null) {
            rule.sourceFailed(failure);
        }
    }

    /**
     * Whether the source waits while the rule has no room, so that nothing is lost between them.
     */
    public boolean waits() {
        return instance.waits();
    }

    /** Says that the rule has room again. */
    public void roomAgain() {
        instance.task().wake();
    }

    /**
     * Ends; the last user closes the source.
     *
     * @return completes when the source is closed, or at once if others use it
     */
    public CompletableFuture<@Nullable Void> end() {
        if (ended.compareAndSet(false, true)) {
            return sources.end(this, consumer);
        }
        return CompletableFuture.completedFuture(null);
    }

    /** How the source's connection is, in words. */
    public String statusText() {
        return instance.statusText();
    }

    /** How many messages wait to be decoded. */
    public int waiting() {
        return instance.task().waiting();
    }

    /** The plugins that the source comes from. */
    public Set<String> plugins() {
        return instance.plugins();
    }
}
