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
package io.haumea.server.plugins;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the folder when the file system tells of a change, and every now and then by itself, as
 * network file systems tell nothing.
 */
final class InboxWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatcher.class);

    private static final Duration IDLE = Duration.ofMillis(300);
    private static final Duration BUSY = Duration.ofMillis(100);

    private final Path folder;
    private final BooleanSupplier look;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * A watcher that does not run yet.
     *
     * @param look looks at the folder; says whether it is worth to look again soon
     */
    InboxWatcher(Path folder, BooleanSupplier look) {
        this.folder = folder;
        this.look = look;
        this.thread = new Thread(this::run, "haumea-plugins");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends it; returns when no look is under way any more, or after some seconds. */
    void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (WatchService events = watch()) {
            while (!closed) {
                pause(events, lookOnce() ? BUSY : IDLE);
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("The plugins folder is no longer watched");
        } catch (IOException e) {
            LOG.warn("The watch of {} can't be closed: {}", folder, e.toString());
        }
    }

    private boolean lookOnce() {
        try {
            return look.getAsBoolean();
        } catch (RuntimeException e) { // the thread must go on for the next file
            LOG.error("A change in the plugins folder could not be worked on", e);
            return false;
        }
    }

    private static void pause(@Nullable WatchService events, Duration limit)
            throws InterruptedException {
        if (events == null) {
            TimeUnit.MILLISECONDS.sleep(limit.toMillis());
            return;
        }
        WatchKey key = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents(); // what changed is found by looking
            key.reset();
        }
    }

    private @Nullable WatchService watch() {
        try {
            WatchService events = folder.getFileSystem().newWatchService();
            folder.register(
                    events,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return events;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Changes in {} are found by looking, not by events: {}", folder, e.toString());
            return null;
        }
    }
}
