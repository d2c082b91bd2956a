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
package io.haumea.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has {@code bin/haumea archive} make the class-data archive for later starts, some time after a
 * start that had none, in a process of its own with the lowest priority.
 */
final class ArchiveMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaker.class);

    /** Set by {@code bin/haumea} to the name of the profile if there is no archive for it. */
    private static final String PROFILE = "haumea.archive";

    /** How long after the start, in ms; what belongs to the start should be over by then. */
    private static final String DELAY = "haumea.archive.delay";

    private static final String DEFAULT_DELAY = "15000";
    private static final long CHECK_MILLIS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final KernelSettings settings;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    ArchiveMaker(KernelSettings settings) {
        this.settings = settings;
    }

    /** Returns at once; does nothing if no archive is missing. */
    void makeLater() {
        String profile = settings.framework().get(PROFILE);
        if (profile != null) {
            Thread thread = new Thread(() -> make(profile), "haumea-archive");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends what is under way, which leaves nothing behind. */
    void cancel() {
        cancelled.countDown();
    }

    private void make(String profile) {
        try {
            String delay = settings.framework().getOrDefault(DELAY, DEFAULT_DELAY);
            if (cancelled.await(Long.parseLong(delay), TimeUnit.MILLISECONDS)) {
                return;
            }
            Process process = launch(profile);
            if (process != null) {
                await(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Process launch(String profile) {
        Path script = settings.home().resolve("bin/haumea");
        List<String> command =
                List.of(
                        "nice",
                        "-n",
                        "19",
                        script.toString(),
                        "archive",
                        "--profile",
                        profile,
                        "--data",
                        settings.data().toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.info("There is no class-data archive for quicker starts: {}", e.getMessage());
            return null;
        }
    }

    private void await(Process process) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive()
                && System.nanoTime() < deadline
                && !cancelled.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
            // not over yet
        }
        if (process.isAlive()) {
            process.destroy();
        } else if (process.exitValue() == 0) {
            LOG.info("Made the class-data archive, with which the next starts are quicker");
        } else {
            LOG.warn("There is no class-data archive for quicker starts: 'haumea archive' fails");
        }
    }
}
