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
package io.haumea.benchmark.harness;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits. */
public final class Waiting {

    private Waiting() {}

    /**
     * Waits until something holds.
     *
     * @param what for the message
     * @param limit how long at most
     * @param pause between two looks
     * @param condition what shall hold
     * @throws BenchmarkException if it does not within the limit
     */
    public static void until(String what, Duration limit, Duration pause, BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException(
                        "waited " + limit.toSeconds() + " s in vain until " + what);
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }

    /** Does nothing for some seconds. */
    public static void seconds(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }
}
