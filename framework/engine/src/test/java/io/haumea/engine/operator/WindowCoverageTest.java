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
package io.haumea.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Windows contain every row exactly as often as their definition says. */
class WindowCoverageTest {

    private static final String STREAM =
            "CREATE STREAM demo (n BIGINT, ts BIGINT) WITH (TIMESTAMP=\"ts\")";
    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

    @Property(tries = 150)
    void whenTimeIsThatOfArrival_thenEachRowIsInAsManyHopsAsTheLengthHas(
            @ForAll @Size(max = 12) List<@IntRange(max = 1500) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 5) int hops) {
        StreamsBench bench =
                StreamsBench.of(
                        "select n from demo group by hoppingwindow(ms, " + hops * 500 + ", 500)",
                        STREAM);
        long now = 0;
        for (int i = 0; i < pauses.size(); i++) {
            now += pauses.get(i);
            bench.at(now).send("demo", "{\"n\":" + i + ",\"ts\":0}");
        }
        bench.at(now + 10_000);

        assertThat(counts(bench, pauses.size())).isEqualTo(all(pauses.size(), hops));
        assertThat(bench.armedTimers()).isZero();
    }

    @Property(tries = 150)
    void whenTimeIsInTheRows_thenEachRowIsInTheWindowsThatReachItWithBothEnds(
            @ForAll @Size(max = 12) List<@IntRange(max = 1500) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 4) int hops) {
        StreamsBench bench =
                StreamsBench.eventTime(
                        "select n from demo group by hoppingwindow(ms, " + hops * 500 + ", 500)",
                        0,
                        STREAM);
        long now = 1;
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < pauses.size(); i++) {
            now += pauses.get(i);
            times.add(now);
            bench.send("demo", "{\"n\":" + i + ",\"ts\":" + now + "}");
        }
        bench.send("demo", "{\"n\":99,\"ts\":" + (now + 100_000) + "}");

        int[] counts = counts(bench, 100);
        for (int i = 0; i < times.size(); i++) {
            // A row at an end that has passed already misses that window.
            boolean atEnd = times.get(i) % 500 == 0;
            boolean late = atEnd && i > 0 && times.get(i - 1).equals(times.get(i));
            assertThat(counts[i]).isEqualTo(hops + (atEnd && !late ? 1 : 0));
        }
    }

    @Property(tries = 150)
    void whenWindowsTumbleOrAreSessions_thenEachRowIsInOneOfThem(
            @ForAll @Size(max = 15) List<@IntRange(max = 2500) Integer> pauses) {
        for (String window : List.of("tumblingwindow(ss, 1)", "sessionwindow(ss, 5, 1)")) {
            String sql = "select n from demo group by " + window;
            StreamsBench arrival = StreamsBench.of(sql, STREAM);
            StreamsBench event = StreamsBench.eventTime(sql, 0, STREAM);
            long now = 1;
            for (int i = 0; i < pauses.size(); i++) {
                now += pauses.get(i);
                String row = "{\"n\":" + i + ",\"ts\":" + now + "}";
                arrival.at(now).send("demo", row);
                event.send("demo", row);
            }
            arrival.at(now + 20_000);
            event.send("demo", "{\"n\":99,\"ts\":" + (now + 100_000) + "}");

            assertThat(counts(arrival, pauses.size())).isEqualTo(all(pauses.size(), 1));
            assertThat(Arrays.copyOf(counts(event, 100), pauses.size()))
                    .isEqualTo(all(pauses.size(), 1));
        }
    }

    private static int[] all(int rows, int times) {
        int[] all = new int[rows];
        Arrays.fill(all, times);
        return all;
    }

    private static int[] counts(StreamsBench bench, int rows) {
        int[] counts = new int[rows];
        for (String result : bench.results()) {
            Matcher number = NUMBER.matcher(result);
            while (number.find()) {
                counts[Integer.parseInt(number.group(1))]++;
            }
        }
        return counts;
    }
}
