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

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs when the process is told to end, by a signal or by {@link System#exit}: stops the kernel in
 * order and ends the process with the right exit code (after a signal the JVM's own would be 128 +
 * signal, which service managers take for a crash).
 */
final class ExitHook extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(ExitHook.class);

    private final Kernel kernel;
    private final Duration limit;
    private volatile int exitCode;

    ExitHook(Kernel kernel, Duration limit) {
        super("haumea-exit");
        this.kernel = kernel;
        this.limit = limit;
    }

    /** Sets the exit code for an end that is not caused by a signal. */
    void setExitCode(int code) {
        exitCode = code;
    }

    @Override
    public void run() {
        int code = exitCode;
        try {
            if (!kernel.stop(limit)) {
                LOG.warn(
                        "Not everything stopped within {} s; ending all the same",
                        limit.toSeconds());
                code = code == 0 ? 1 : code;
            }
        } catch (InterruptedException e) {
            code = 1;
        }
        Logging.close();
        Runtime.getRuntime().halt(code);
    }
}
