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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for something to become true, up to a deadline. */
final class Await {

    private Await() {}

    static <T extends @Nullable Object> T until(
            String what, Duration limit, Callable<T> probe, Predicate<? super T> wanted)
            throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        T last;
        do {
            last = probe.call();
            if (wanted.test(last)) {
                return last;
            }
            LockSupport.parkNanos(20_000_000);
        } while (System.nanoTime() < deadline);
        fail("No " + what + " within " + limit + "; last seen: " + last);
        return last;
    }
}
