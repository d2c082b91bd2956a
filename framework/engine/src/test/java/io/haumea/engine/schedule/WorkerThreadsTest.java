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
package io.haumea.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.fixture.Await;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerThreadsTest {

    private final Workers workers = new WorkerThreads(1);

    @AfterEach
    void close() {
        workers.close();
    }

    private static final class Task extends SerialTask {
        private final AtomicInteger slices = new AtomicInteger();
        private final BooleanSupplier work;

        Task(Workers workers, BooleanSupplier work) {
            super(workers);
            this.work = work;
        }

        @Override
        protected boolean slice(long deadlineNanos) {
            slices.incrementAndGet();
            return work.getAsBoolean();
        }
    }

    @Test
    void whenTwoTasksWakeEachOtherForEver_thenAThirdStillGetsItsTurn() {
        // given
        Task[] pair = new Task[2];
        pair[0] = new Task(workers, () -> wake(pair[1]));
        pair[1] = new Task(workers, () -> wake(pair[0]));
        pair[0].wake();
        Await.until("the two are at it", () -> pair[1].slices.get() > 100);
        Task third = new Task(workers, () -> false);

        // when
        third.wake();

        // then
        Await.until("the third runs", () -> third.slices.get() == 1);
    }

    @Test
    void whenAnotherWorkerTakesWhatWasInLine_thenTheTwoThatWakeEachOtherGoOn() {
        // given
        try (Workers two = new WorkerThreads(2)) {
            Task[] pair = new Task[2];
            pair[0] = new Task(two, () -> wake(pair[1]));
            pair[1] = new Task(two, () -> wake(pair[0]));
            pair[0].wake();
            Task other = new Task(two, () -> false);

            // when, then
            for (int i = 1; i <= 50_000; i++) {
                other.wake();
                if (i % 100 == 0) {
                    int before = pair[1].slices.get();
                    Await.until("the two go on", () -> pair[1].slices.get() > before);
                }
            }
        }
    }

    private static boolean wake(SerialTask task) {
        task.wake();
        return false;
    }

    @Test
    void whenTaskThrows_thenTheWorkerLivesAndTheTaskRunsAgainWhenWoken() {
        // given
        Task bad =
                new Task(
                        workers,
                        () -> {
                            throw new AssertionError("a defect");
                        });
        bad.wake();
        Await.until("it ran", () -> bad.slices.get() == 1 && !bad.active());

        // when
        bad.wake();

        // then
        Await.until("it ran again", () -> bad.slices.get() == 2 && !bad.active());
        assertThat(bad.slices).hasValue(2);
    }

    @Test
    void whenWokenFromOutsideAgainAndAgain_thenNoWakeUpIsLost() {
        // given
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Task task =
                new Task(
                        workers,
                        () -> {
                            seen.set(asked.get());
                            return false;
                        });

        // when, then
        for (int i = 1; i <= 20_000; i++) {
            asked.set(i);
            task.wake();
            if (i % 100 == 0) {
                int wanted = i;
                Await.until("it saw " + wanted, () -> seen.get() == wanted);
            }
        }
        assertThat(seen).hasValue(20_000);
    }
}
