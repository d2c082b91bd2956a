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
import io.haumea.engine.fixture.FakePlugins;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.port.Lease;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PluginThreadPoolsTest {

    private final Lease<?> lease =
            new FakePlugins().sink("out", spec -> new FakeSink().create()).sink("out");
    private final Timers timers = new TimerThread(InstantSource.system());
    private final PluginThreads threads = new PluginThreadPools(timers, 2);

    @AfterEach
    void close() {
        timers.close();
    }

    @Test
    void whenTasksAreQuick_thenNoMoreThreadsRunThanThereAreCores() {
        // given
        PluginThreads.Pool pool = threads.acquire(lease);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger ran = new AtomicInteger();

        // when
        for (int i = 0; i < 100_000; i++) {
            pool.execute(
                    () -> {
                        seen.add(Thread.currentThread());
                        ran.incrementAndGet();
                    });
        }

        // then: a busy machine makes one or the other task look slow
        Await.until("all ran", () -> ran.get() == 100_000);
        assertThat(seen).hasSizeLessThan(20);
        pool.release();
    }

    @Test
    void whenTasksBlock_thenOthersRunAllTheSame() throws InterruptedException {
        // given
        PluginThreads.Pool pool = threads.acquire(lease);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            pool.execute(
                    () -> {
                        awaitQuietly(release);
                        ended.incrementAndGet();
                    });
        }
        CountDownLatch quick = new CountDownLatch(1);

        // when
        pool.execute(quick::countDown);

        // then
        Await.open(quick);
        assertThat(ended).hasValue(0);
        release.countDown();
        Await.until("the others end", () -> ended.get() == 100);
        pool.release();
    }

    @Test
    void whenMoreTasksThanThreads_thenAllRunInTheEnd() throws InterruptedException {
        // given
        PluginThreads.Pool pool = threads.acquire(lease);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            pool.execute(
                    () -> {
                        awaitQuietly(release);
                        ran.incrementAndGet();
                    });
        }

        // when
        release.countDown();

        // then
        Await.until("all ran", () -> ran.get() == 300);
        pool.release();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            Await.open(latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whenTaskThrows_thenOthersRun() {
        // given
        PluginThreads.Pool pool = threads.acquire(lease);
        AtomicInteger ran = new AtomicInteger();

        // when
        pool.execute(
                () -> {
                    throw new StackOverflowError();
                });
        pool.execute(ran::incrementAndGet);

        // then
        Await.until("it ran", () -> ran.get() == 1);
        pool.release();
    }

    @Test
    void whenPoolIsGivenBack_thenWhatComesLaterStillRuns() {
        // given
        PluginThreads.Pool pool = threads.acquire(lease);
        AtomicInteger ran = new AtomicInteger();
        pool.execute(ran::incrementAndGet);
        Await.until("it ran", () -> ran.get() == 1);
        pool.release();

        // when
        for (int i = 0; i < 100; i++) {
            pool.execute(ran::incrementAndGet);
        }

        // then
        Await.until("all ran", () -> ran.get() == 101);
    }

    @Test
    void whenSeveralUse_thenThePoolEndsWithTheLast() {
        // given
        PluginThreads.Pool first = threads.acquire(lease);
        PluginThreads.Pool second = threads.acquire(lease);

        // when
        first.release();

        // then
        assertThat(threads.acquire(lease)).isSameAs(second);
    }
}
