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
package io.haumea.trial;

import io.haumea.trial.cases.CaseResult;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs cases on one thread. A case that takes too long keeps it, and the next get a new one. */
final class Overseer implements AutoCloseable {

    private final Duration deadline;
    private ExecutorService thread = newThread();

    Overseer(Duration deadline) {
        this.deadline = deadline;
    }

    CaseResult run(Callable<CaseResult> task) {
        Future<CaseResult> running = thread.submit(task);
        try {
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            thread.shutdownNow();
            thread = newThread();
            return CaseResult.broken("it did not end within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            return CaseResult.broken("it failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CaseResult.broken("it was interrupted");
        }
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread thread = new Thread(task, "haumea-trial");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
