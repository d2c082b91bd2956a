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
package io.haumea.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.expression.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Work in portions. */
class WorkQueueTest {

    private final WorkQueue queue = new WorkQueue();
    private final List<String> done = new ArrayList<>();

    @Test
    void whenThereIsLittleToDo_thenItIsDoneAtOnce() {
        // when
        begin("a", 3, () -> {});

        // then
        assertThat(done).containsExactly("a");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whenThereIsMuchToDo_thenItWaitsAndOthersWaitBehindItAndWhatItBegins() {
        // given
        begin("a", 100_000, () -> begin("b", 100_000, () -> {}));
        begin("c", 1, () -> {});

        // when
        queue.advance(System.nanoTime() - 1);
        List<String> early = List.copyOf(done);
        queue.advance(Long.MAX_VALUE);

        // then
        assertThat(early).isEmpty();
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void whenAStepFails_thenThatIsTheEndOfTheWork() {
        // when
        queue.begin(
                Steps.each(
                        IntStream.range(0, 1000).boxed().toList(),
                        i -> {
                            if (i == 500) {
                                throw new EvaluationException("no");
                            }
                        }),
                () -> done.add("done"),
                e -> done.add(String.valueOf(e.getMessage())));
        queue.advance(Long.MAX_VALUE);

        // then
        assertThat(done).containsExactly("no");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void whenItemsAreSorted_thenTheyAreAsAStableSortHasThem(
            @ForAll @Size(max = 1000) List<@IntRange(max = 50) Integer> keys) {
        // given
        List<int[]> items = new ArrayList<>();
        keys.forEach(key -> items.add(new int[] {key, items.size()}));
        MergeSort<int[]> sort = new MergeSort<>(items, (a, b) -> Integer.compare(a[0], b[0]));

        // when
        while (sort.next()) {
            assertThat(sort.sorted()).hasSameSizeAs(items);
        }

        // then
        items.sort((a, b) -> Integer.compare(a[0], b[0]));
        assertThat(sort.sorted()).containsExactlyElementsOf(items);
    }

    private void begin(String name, int steps, Runnable then) {
        queue.begin(
                Steps.each(IntStream.range(0, steps).boxed().toList(), i -> {}),
                () -> {
                    done.add(name);
                    then.run();
                },
                e -> {});
    }
}
