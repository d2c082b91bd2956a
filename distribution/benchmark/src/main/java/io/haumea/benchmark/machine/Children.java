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
package io.haumea.benchmark.machine;

import io.haumea.benchmark.harness.BenchmarkException;
import java.util.concurrent.TimeUnit;

/** Processes that we have started, and that must not outlive us. */
final class Children {

    private static final int SECONDS_TO_END = 20;

    private Children() {}

    /** Ends a process that we started should we be ended ourselves. */
    static void endWithUs(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Asks a process to end, and waits for it. */
    static void end(String name, Process process) {
        process.destroy();
        try {
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new BenchmarkException(
                name + " did not end within " + SECONDS_TO_END + " s of being asked to");
    }
}
